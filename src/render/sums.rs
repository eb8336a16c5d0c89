//! The tables: what is stated, and what it adds up to.

use super::content::{Block, Section, Table, Writer, plain};
use crate::disclosure::Method;
use crate::inventory::{CategoryState, CreditLine, Inventory, ScopeRow, ScopeState, Total, Whole};
use crate::locale::Argument;
use crate::msg;
use crate::quantity::Decimal;
use crate::report::EntryRow;

type Rows = Vec<Vec<String>>;

impl Writer<'_> {
    pub(super) fn stated(&self) -> Option<Section> {
        let rows: Rows = self.session.analysis().entries.iter().map(|entry| self.entry_row(entry)).collect();
        if rows.is_empty() {
            return None;
        }
        let head = [
            msg!("render.column-name"),
            msg!("render.column-kind"),
            msg!("render.column-scopes"),
            msg!("render.column-amount"),
        ];
        let table = Table { head: head.iter().map(|key| self.say(key)).collect(), rows };
        self.section(msg!("render.heading-stated"), vec![Block::Table(table)])
    }

    fn entry_row(&self, entry: &EntryRow) -> Vec<String> {
        let mut name = self.own(&entry.label);
        if let Some(whole) = &entry.part_of {
            name = self.fill(msg!("render.part-of"), &[("name", &name), ("whole", &self.entry(whole))]);
        }
        if let Some(period) = &entry.period {
            let period = self.locale.argument(&Argument::Period(*period));
            name = self.fill(msg!("render.in-period"), &[("name", &name), ("period", &period)]);
        }
        let scopes = entry.scopes.map_or_else(
            || self.say(msg!("scope.unknown")),
            |scopes| {
                let items = scopes.iter().map(|scope| self.say(&format!("scopes.item.{scope}"))).collect();
                self.locale.argument(&Argument::List(items))
            },
        );
        let amount = match (&entry.amount, &entry.excluded) {
            (_, Some(reason)) => self.fill(msg!("render.excluded"), &[("reason", &self.own(reason))]),
            (Some(amount), None) => self.range(amount),
            (None, None) => self.say(msg!("render.not-disclosed")),
        };
        vec![name, self.say(&format!("kind.{}", entry.kind.id())), scopes, amount]
    }

    pub(super) fn sums(&self) -> Option<Section> {
        let inventory = self.session.analysis().inventory.as_ref()?;
        let mut rows = Rows::new();
        inventory.rows.iter().for_each(|row| self.scope_rows(inventory, row, &mut rows));
        rows.extend(inventory.totals.iter().map(|total| self.total_row(total)));
        inventory.wholes.iter().for_each(|whole| self.whole_rows(whole, &mut rows));
        inventory.credits.iter().for_each(|line| self.credit_rows(line, &mut rows));
        // One amount alone adds up to itself.
        let is_said_already = rows.len() < 2 && self.session.analysis().entries.len() < 2;
        if rows.is_empty() || is_said_already {
            return None;
        }
        self.section(msg!("render.heading-sums"), vec![Block::Table(Table { head: Vec::new(), rows })])
    }

    fn scope_rows(&self, inventory: &Inventory, row: &ScopeRow, rows: &mut Rows) {
        let name = self.scopes(row.scopes);
        if let Some(measures) = inventory.measures.iter().find(|measures| measures.scopes == row.scopes) {
            let before = self.fill(msg!("render.before"), &[("scopes", &name)]);
            rows.push(vec![before, self.amount(&measures.before)]);
        }
        let methods = [(Method::Location, row.location), (Method::Market, row.market)];
        match &row.state {
            ScopeState::NotReported => rows.push(vec![name.clone(), self.say(msg!("render.not-reported"))]),
            ScopeState::AtLeast { amount } => rows.push(vec![name.clone(), self.at_least(amount)]),
            ScopeState::Reported { amount } => {
                rows.extend(amount.as_ref().map(|amount| vec![name.clone(), self.range(amount)]));
            }
        }
        for (method, amount) in methods {
            rows.extend(amount.map(|amount| vec![self.by_method(&name, Some(method)), self.range(&amount)]));
        }
    }

    /// A name with the way in which scope 2 was counted.
    pub(super) fn by_method(&self, name: &str, method: Option<Method>) -> String {
        let method = match method {
            Some(Method::Location) => msg!("render.method-location"),
            Some(Method::Market) => msg!("render.method-market"),
            None => return name.to_owned(),
        };
        self.fill(msg!("render.by-method"), &[("name", name), ("method", &self.say(method))])
    }

    fn total_row(&self, total: &Total) -> Vec<String> {
        let scopes = self.session.analysis().inventory.as_ref().map_or(total.scopes, |inventory| {
            inventory.rows.iter().fold(total.scopes, |all, row| all.with(row.scopes))
        });
        let name = if scopes.is_empty() {
            self.say(msg!("render.total-plain"))
        } else {
            self.fill(msg!("render.total"), &[("scopes", &self.locale.scopes(scopes))])
        };
        let amount = if total.at_least { self.at_least(&total.amount) } else { self.range(&total.amount) };
        vec![self.by_method(&name, total.method), amount]
    }

    fn whole_rows(&self, whole: &Whole, rows: &mut Rows) {
        if whole.parts.is_empty() {
            return;
        }
        let entry = self.entry(&whole.entry);
        let itemised = self.fill(msg!("render.itemised"), &[("entry", &entry)]);
        rows.push(vec![itemised, self.amount(&whole.itemised)]);
        if whole.remainder.value > Decimal::ZERO {
            let share = self.locale.argument(&Argument::Percent(whole.remainder_share));
            let name = self.fill(msg!("render.not-itemised"), &[("entry", &entry), ("share", &share)]);
            rows.push(vec![name, self.amount(&whole.remainder)]);
        }
    }

    fn credit_rows(&self, line: &CreditLine, rows: &mut Rows) {
        let mut name = self.entry(&line.entry);
        let gross = line.covers.as_deref().map(|id| self.entry(id)).unwrap_or_default();
        let net = line
            .net
            .map(|net| vec![self.fill(msg!("render.net"), &[("gross", &gross), ("name", &name)]), self.amount(&net)]);
        if let Some(share) = line.share {
            let share = self.locale.argument(&Argument::Percent(share));
            name = self.fill(msg!("render.credit-share"), &[("name", &name), ("share", &share), ("gross", &gross)]);
        }
        let not_disclosed = || self.say(msg!("render.not-disclosed"));
        rows.push(vec![name, line.amount.map_or_else(not_disclosed, |amount| self.amount(&amount))]);
        rows.extend(net);
    }

    pub(super) fn categories(&self) -> Option<Section> {
        let categories = &self.session.analysis().inventory.as_ref()?.categories;
        if categories.is_empty() {
            return None;
        }
        let row = |row: &crate::inventory::CategoryRow| {
            let name = self.say(&format!("category.{}", row.category));
            let number = self.locale.argument(&Argument::Number(row.category.into()));
            let state = match &row.state {
                CategoryState::Reported { amount } => self.range(amount),
                CategoryState::Zero => self.say(msg!("render.zero")),
                CategoryState::Excluded { reason } => {
                    self.fill(msg!("render.excluded"), &[("reason", &self.own(reason))])
                }
                CategoryState::NotReported => self.say(msg!("render.not-reported")),
            };
            vec![self.fill(msg!("render.category"), &[("n", &number), ("name", &name)]), state]
        };
        let table = Table { head: Vec::new(), rows: categories.iter().map(row).collect() };
        self.section(msg!("render.heading-categories"), vec![Block::Table(table)])
    }

    pub(super) fn changes(&self) -> Option<Section> {
        let changes = &self.session.analysis().inventory.as_ref()?.changes;
        let line = |change: &crate::inventory::Change| {
            let all = || self.say(msg!("render.all-emissions"));
            let what = change.scopes.map_or_else(all, |scopes| self.scopes(scopes));
            let period = self.locale.argument(&Argument::Period(change.since));
            // The typographer's signs, as the widget has them.
            let share = change.share.unwrap_or_default();
            let size = self.locale.argument(&Argument::Percent(share.abs()));
            let share = match share.cmp(&Decimal::ZERO) {
                core::cmp::Ordering::Less => self.fill(msg!("counted.less"), &[("n", &size)]),
                core::cmp::Ordering::Equal => size,
                core::cmp::Ordering::Greater => self.fill(msg!("counted.more"), &[("n", &size)]),
            };
            let key = if change.is_like_for_like { msg!("render.change") } else { msg!("render.change-of-both") };
            plain(self.fill(
                key,
                &[
                    ("what", &self.by_method(&what, change.method)),
                    ("period", &period),
                    ("before", &self.amount(&change.before)),
                    ("now", &self.amount(&change.now)),
                    ("share", &share),
                ],
            ))
        };
        self.list(msg!("render.heading-changes"), changes.iter().map(line).collect())
    }
}
