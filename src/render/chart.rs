//! The bars of the chart of what is counted, named and placed, for the pictures.

use super::content::Writer;
use crate::locale::Argument;
use crate::msg;
use crate::quantity::{Arithmetic, Decimal};
use crate::report::{Bar, BarRole};

/// A bar with its words, and its place in thousandths of the chart's width.
pub(super) struct NamedBar {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) colour: &'static str,
    pub(super) start: u32,
    /// None where the amount is not known.
    pub(super) length: Option<u32>,
}

fn thousandths(share: Decimal) -> u32 {
    let scaled = share.product(Decimal::ONE_THOUSAND).unwrap_or_default().round();
    u32::try_from(scaled).unwrap_or_default().min(1000)
}

impl Writer<'_> {
    pub(super) fn bars(&self) -> Vec<NamedBar> {
        self.session.analysis().chart.iter().map(|bar| self.bar(bar)).collect()
    }

    fn bar(&self, bar: &Bar) -> NamedBar {
        let unknown = match &bar.role {
            BarRole::NotReported { .. } => msg!("render.not-reported"),
            _ => msg!("render.not-disclosed"),
        };
        let (name, colour) = match &bar.role {
            BarRole::Before { scopes } => {
                (self.fill(msg!("render.bar-before"), &[("scopes", &self.scopes(*scopes))]), "#c9ced6")
            }
            BarRole::Measure { entry, .. } => (self.entry(entry), "#5b8f6b"),
            BarRole::Emitted { scopes, method, .. } => (self.by_method(&self.scopes(*scopes), *method), "#34506f"),
            BarRole::Credits { entry } => (self.entry(entry), "#b98a2f"),
            BarRole::Net { gross } => (self.fill(msg!("counted.net"), &[("gross", &self.entry(gross))]), "#c9ced6"),
            BarRole::NotReported { scopes } => (self.scopes(*scopes), "#8a8f98"),
        };
        let at_least = matches!(&bar.role, BarRole::Emitted { at_least: true, .. });
        let value = match &bar.amount {
            Some(amount) => {
                let amount = self.locale.argument(&Argument::Short(*amount));
                if at_least { self.locale.filled(msg!("number.at-least"), &amount) } else { amount }
            }
            None => self.say(unknown),
        };
        NamedBar { name, value, colour, start: thousandths(bar.start), length: bar.length.map(thousandths) }
    }
}
