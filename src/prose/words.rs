//! The words that the detector knows, all in one place. Phrases are lower-case unless said otherwise, and longer ones
//! stand before shorter ones that they begin with. Tables are laid out by hand so that a page of them can be read.

use crate::disclosure::{EntryKind, Scopes};
use crate::quantity::Gas;

/// Languages that write 1.5 for one and a half.
pub(super) const DECIMAL_POINT: &[&str] = &["en", "zh", "ja", "ko", "th", "he", "hi"];

/// Languages that write 1,5.
pub(super) const DECIMAL_COMMA: &[&str] = &[
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy",
    "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq",
    "sr", "sv", "tr", "uk", "uz", "vi",
];

/// Regions that write 1.5 though most who speak their language write 1,5.
pub(super) const DECIMAL_POINT_REGIONS: &[&str] =
    &["de-ch", "de-li", "it-ch", "es-do", "es-gt", "es-hn", "es-mx", "es-ni", "es-pa", "es-pr", "es-sv", "es-us"];

/// Powers of ten written as letters right behind the digits; the words for them stand in [`crate::quantity`].
pub(super) const SCALES_ATTACHED: &[(&str, u32)] = &[("k", 3), ("m", 6), ("b", 9), ("tn", 12)];

/// What a word or a punctuation mark says of the figures near it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Reduction,
    Avoided,
    Removal,
    Credit,
    /// More than before: none of the kinds of amount that a disclosure has.
    Increase,
    /// A verb of emitting, which outweighs what stands behind the figure.
    Emitted,
    /// "Emissions": of an emission, if nothing else tells.
    Emission,
    /// The text is about emissions.
    Topic,
    /// Something else that comes in tonnes.
    Material,
    /// An amount for each of something, not an amount: "per head".
    Rate,
    /// A word that makes an amount one for each of something, if a word of emitting follows: "every Briton emits".
    Each,
    /// Another gas than carbon dioxide.
    OtherGas,
    Scopes(Scopes),
    Gas(Gas),
    Clause,
    Sentence,
    Paragraph,
}

impl Cue {
    pub(super) fn is_strong(self) -> bool {
        matches!(self, Self::Reduction | Self::Avoided | Self::Removal | Self::Credit | Self::Increase)
    }

    /// The sort of amount that rises and falls, where it is not emissions.
    pub(super) fn subject(self) -> Option<EntryKind> {
        match self {
            Self::Avoided => Some(EntryKind::Avoided),
            Self::Removal => Some(EntryKind::Removal),
            Self::Credit => Some(EntryKind::Credit),
            _ => None,
        }
    }

    pub(super) fn is_change(self) -> bool {
        matches!(self, Self::Reduction | Self::Increase)
    }

    pub(super) fn is_emission(self) -> bool {
        matches!(self, Self::Emission | Self::Emitted)
    }

    pub(super) fn ends_sentence(self) -> bool {
        matches!(self, Self::Sentence | Self::Paragraph)
    }
}

/// How certain the meaning of a written unit or gas is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// It has one meaning.
    Certain,
    /// It has two: "tons" are metric or short, `MT` is a metric ton or a megatonne.
    Ambiguous,
    /// It is one of emissions only where a gas stands behind it: pounds are money, `g` and `GT` are other things too.
    WithGas,
}

/// Units as words, besides those of the table of units: the phrase, the unit of the table, how certain it is.
#[rustfmt::skip]
pub(super) const UNIT_WORDS: &[(&str, &str, Certainty)] = &[
    ("metric tonnes", "t", Certainty::Certain), ("metric tonne", "t", Certainty::Certain),
    ("us tons", "short ton", Certainty::Certain), ("us ton", "short ton", Certainty::Certain),
    ("imperial tons", "long ton", Certainty::Certain), ("imperial ton", "long ton", Certainty::Certain),
    ("tons", "t", Certainty::Ambiguous), ("ton", "t", Certainty::Ambiguous),
    ("kilotons", "kt", Certainty::Ambiguous), ("kiloton", "kt", Certainty::Ambiguous),
    ("megatons", "Mt", Certainty::Ambiguous), ("megaton", "Mt", Certainty::Ambiguous),
    ("gigatons", "Gt", Certainty::Ambiguous), ("gigaton", "Gt", Certainty::Ambiguous),
    ("kilogrammes", "kg", Certainty::Certain), ("kilogramme", "kg", Certainty::Certain),
    ("kilos", "kg", Certainty::Certain), ("kilo", "kg", Certainty::Certain), ("grammes", "g", Certainty::WithGas),
    ("短吨", "short ton", Certainty::Certain), ("长吨", "long ton", Certainty::Certain),
    ("公噸", "t", Certainty::Certain), ("磅", "lb", Certainty::WithGas),
];

/// Symbols besides those of the table of units, letter case and all.
#[rustfmt::skip]
pub(super) const UNIT_SYMBOLS: &[(&str, &str, Certainty)] = &[
    ("MMT", "Mt", Certainty::Certain), ("MMt", "Mt", Certainty::Certain), ("mmt", "Mt", Certainty::Certain),
    ("MT", "t", Certainty::Ambiguous), ("mt", "t", Certainty::Ambiguous), ("kT", "kt", Certainty::Certain),
    ("KT", "kt", Certainty::Certain), ("GT", "Gt", Certainty::WithGas), ("Tg", "Mt", Certainty::WithGas),
    ("Pg", "Gt", Certainty::WithGas), ("Kg", "kg", Certainty::Certain), ("KG", "kg", Certainty::Certain),
    ("T", "t", Certainty::WithGas), ("LB", "lb", Certainty::WithGas),
];

/// Units of the table that are taken for emissions only where a gas stands behind them: pounds are money, and `g` is
/// other things too.
pub(super) const UNITS_WITH_GAS: &[&str] = &["g", "lb"];

/// What a gas is called, besides the names that files have. One that is called by a name of two meanings ("carbon") has
/// no gas that is certain.
#[rustfmt::skip]
pub(super) const GAS_NAMES: &[(&str, Option<Gas>, Certainty)] = &[
    ("co2 equivalents", Some(Gas::CO2e), Certainty::Certain), ("co2 equivalent", Some(Gas::CO2e), Certainty::Certain),
    ("co2 equivalence", Some(Gas::CO2e), Certainty::Certain), ("co2 equiv.", Some(Gas::CO2e), Certainty::Certain),
    ("co2 equiv", Some(Gas::CO2e), Certainty::Certain), ("co2 or equivalent", Some(Gas::CO2e), Certainty::Certain),
    ("co2 äquivalente", Some(Gas::CO2e), Certainty::Certain), ("co2 äquivalenten", Some(Gas::CO2e), Certainty::Certain),
    ("co2 äquivalent", Some(Gas::CO2e), Certainty::Certain), ("co2(e)", Some(Gas::CO2e), Certainty::Certain),
    ("co2 (e)", Some(Gas::CO2e), Certainty::Certain), ("co2  e", Some(Gas::CO2e), Certainty::Certain),
    ("co 2 e", Some(Gas::CO2e), Certainty::Certain), ("co 2e", Some(Gas::CO2e), Certainty::Certain),
    ("co 2", Some(Gas::CO2), Certainty::Certain), ("c02e", Some(Gas::CO2e), Certainty::Certain),
    ("c02", Some(Gas::CO2), Certainty::Certain),
    ("co2 eq.", Some(Gas::CO2e), Certainty::Certain), ("co2 eq", Some(Gas::CO2e), Certainty::Certain),
    ("co2 e", Some(Gas::CO2e), Certainty::Certain), ("co2當量", Some(Gas::CO2e), Certainty::Certain),
    ("carbon dioxide equivalents", Some(Gas::CO2e), Certainty::Certain),
    ("carbon dioxide equivalent", Some(Gas::CO2e), Certainty::Certain),
    ("carbon dioxide", Some(Gas::CO2), Certainty::Certain),
    ("carbon equivalent", Some(Gas::CO2e), Certainty::Ambiguous), ("carbon", None, Certainty::Ambiguous),
    ("greenhouse gases", Some(Gas::CO2e), Certainty::Ambiguous),
    ("greenhouse gas", Some(Gas::CO2e), Certainty::Ambiguous),
    ("ghgs", Some(Gas::CO2e), Certainty::Ambiguous), ("ghg", Some(Gas::CO2e), Certainty::Ambiguous),
    ("二氧化碳當量", Some(Gas::CO2e), Certainty::Certain), ("碳当量", Some(Gas::CO2e), Certainty::Ambiguous),
    ("碳當量", Some(Gas::CO2e), Certainty::Ambiguous), ("温室气体", Some(Gas::CO2e), Certainty::Ambiguous),
    ("溫室氣體", Some(Gas::CO2e), Certainty::Ambiguous), ("碳", None, Certainty::Ambiguous),
];

/// What makes CO2e of a "CO2" in front of it, in whatever spelling: a figure that may be either is marked.
pub(super) const EQUIVALENT: &[&str] =
    &["eq", "equi*", "äqui*", "aequi*", "équi*", "e", "当量", "當量", "换算", "換算", "مكافئ"];

/// What makes of "carbon" in front of it a thing that is no gas.
pub(super) const NOT_A_GAS: &[&str] = &[" black", " fibre", " fiber", " steel", "钢", "纤维", "酸"];

/// What may stand between "tonnes of" and the gas.
pub(super) const BEFORE_GAS: &[&str] = &[
    "additional",
    "annual",
    "avoided",
    "biogenic",
    "embodied",
    "excess",
    "extra",
    "fossil",
    "global",
    "gross",
    "its",
    "lifecycle",
    "net",
    "planet heating",
    "planet warming",
    "their",
    "total",
];

/// What may stand behind "tonnes" or "tonnes of" where no gas is named.
pub(super) const AFTER_MASS: &[&str] =
    &["emissions", "emission", "direct emissions", "indirect emissions", "reductions", "credits", "offsets"];

/// What may follow 吨 directly where no gas is named; any other word there is what the tonnes are of.
pub(super) const AFTER_MASS_ZH: &[&str] = &[
    "排放",
    "减排",
    "減排",
    "左右",
    "上下",
    "以上",
    "以下",
    "以内",
    "多",
    "的排放",
    "的减排",
    "的減排",
    "的碳",
    "和",
    "与",
    "及",
    "并",
    "至",
    "到",
    "降",
    "减",
    "增",
    "比",
    "较",
    "占",
    "是",
    "为",
    "约",
    "相当于",
    "其中",
    "同比",
    "每年",
    "用于",
    "来自",
    "由",
    "已",
    "被",
    "后",
    "，",
    "。",
];

/// What may stand before "to" without making what match_at a level: "a cut equivalent to 5 t", "up to 5 t".
pub(super) const NOT_A_LEVEL: &[&str] = &[
    "equivalent",
    "equal",
    "amount",
    "amounts",
    "amounted",
    "amounting",
    "up",
    "close",
    "add",
    "adds",
    "added",
    "come",
    "came",
];

/// Chinese that makes the number behind it the level reached or left.
pub(super) const LEVELS_ZH: &[&str] =
    &["降至", "减至", "减少至", "降到", "减少到", "下降到", "增至", "增加到", "从", "由"];

/// Verbs behind which an amount is the size of a change, and what follows "to" the level reached.
pub(super) const CHANGES: &[&str] = &[
    "climbed",
    "declined",
    "decreased",
    "down",
    "dropped",
    "fallen",
    "fell",
    "grew",
    "grown",
    "increased",
    "jumped",
    "plunged",
    "risen",
    "rose",
    "shrank",
    "up",
];

/// The same in Chinese.
pub(super) const CHANGES_ZH: &[&str] = &["下降", "下降了", "上升", "上升了", "增长", "增长了", "下跌", "下跌了"];

/// Words before the number of a thing, which is no part of the number behind it.
pub(super) const LABELS: &[&str] = &[
    "category", "chapter", "class", "fig", "figure", "item", "line", "no", "note", "page", "phase", "scope", "table",
    "unit",
];

/// The same in Chinese.
pub(super) const LABELS_ZH: &[&str] = &["类别", "類別", "范围", "範圍", "表", "图", "圖", "附注"];

/// Lengths of time in Chinese, before which 每 makes no amount one for each of something.
pub(super) const PERIODS_ZH: &[&str] = &["年", "天", "日", "月", "周", "季", "小时", "次"];

/// Words before a number that leave its meaning as it is.
pub(super) const APPROXIMATORS: &[&str] = &[
    "about",
    "almost",
    "an",
    "approximately",
    "around",
    "estimated",
    "just",
    "merely",
    "nearly",
    "only",
    "over",
    "roughly",
    "some",
    "under",
];

/// The same in Chinese.
pub(super) const APPROXIMATORS_ZH: &[&str] = &["大约", "大約", "接近", "超过", "约", "約", "近", "超"];

/// Currencies that are written before the number as letters.
pub(super) const CURRENCIES: &[&str] = &["usd", "eur", "gbp", "rmb", "cny", "hk", "us", "au", "inr"];

/// What an amount may be for each of; it is then a rate and no amount.
pub(super) const RATE_OF: &[&str] = &[
    "car",
    "flight",
    "gallon",
    "head",
    "hectare",
    "home",
    "household",
    "hour of",
    "kilometre",
    "kilometer",
    "km",
    "kwh",
    "litre",
    "mile",
    "mwh",
    "night",
    "passenger",
    "person",
    "ton",
    "tonne",
    "trip",
    "unit",
    "vehicle",
];

/// Lengths of time for each of which an amount may be; a year is what amounts are for anyway.
pub(super) const PERIODS: &[&str] = &["second", "minute", "hour", "day", "week", "month", "quarter", "decade"];

/// English words that tell what an amount near them is; a `*` stands for any ending.
#[rustfmt::skip]
pub(super) const CUES: &[(&str, Cue)] = &[
    ("cut", Cue::Reduction), ("cuts", Cue::Reduction), ("cutting", Cue::Reduction), ("reduc*", Cue::Reduction),
    ("lower", Cue::Reduction), ("lowered", Cue::Reduction), ("lowering", Cue::Reduction), ("decreas*", Cue::Reduction),
    ("declin*", Cue::Reduction), ("fell", Cue::Reduction), ("fall", Cue::Reduction), ("fallen", Cue::Reduction),
    ("falling", Cue::Reduction), ("drop", Cue::Reduction), ("dropped", Cue::Reduction), ("save", Cue::Reduction),
    ("saves", Cue::Reduction), ("saved", Cue::Reduction), ("saving", Cue::Reduction), ("savings", Cue::Reduction),
    ("slash*", Cue::Reduction), ("trimmed", Cue::Reduction), ("shaved", Cue::Reduction),
    ("avoid*", Cue::Avoided), ("prevent*", Cue::Avoided), ("averted", Cue::Avoided),
    ("offset*", Cue::Credit), ("credit", Cue::Credit), ("credits", Cue::Credit), ("ccer", Cue::Credit),
    ("ccers", Cue::Credit), ("vcus", Cue::Credit), ("compensat*", Cue::Credit),
    ("remov*", Cue::Removal), ("sequest*", Cue::Removal), ("absorb*", Cue::Removal), ("captur*", Cue::Removal),
    ("rose", Cue::Increase), ("rise", Cue::Increase), ("risen", Cue::Increase), ("increas*", Cue::Increase),
    ("grew", Cue::Increase), ("grown", Cue::Increase), ("climbed", Cue::Increase), ("jumped", Cue::Increase),
    ("emit*", Cue::Emitted), ("releas*", Cue::Emitted), ("pumped", Cue::Emitted), ("generated", Cue::Emitted),
    ("generates", Cue::Emitted), ("produced", Cue::Emitted), ("produces", Cue::Emitted), ("discharg*", Cue::Emitted), ("emission*", Cue::Emission), ("footprint*", Cue::Emission),
    ("carbon", Cue::Topic), ("greenhouse", Cue::Topic), ("ghg", Cue::Topic), ("climate", Cue::Topic),
    ("coal", Cue::Material), ("steel", Cue::Material), ("iron", Cue::Material), ("cement", Cue::Material),
    ("cargo", Cue::Material), ("freight", Cue::Material), ("waste", Cue::Material), ("rubbish", Cue::Material),
    ("garbage", Cue::Material), ("food", Cue::Material), ("rice", Cue::Material), ("wheat", Cue::Material),
    ("grain", Cue::Material), ("plastic*", Cue::Material), ("paper", Cue::Material), ("ship", Cue::Material),
    ("ships", Cue::Material), ("vessel", Cue::Material), ("truck", Cue::Material), ("trucks", Cue::Material),
    ("lorry", Cue::Material), ("lorries", Cue::Material), ("weigh*", Cue::Material),
    ("water", Cue::Material), ("ore", Cue::Material), ("sand", Cue::Material), ("fertiliser*", Cue::Material),
    ("and", Cue::Clause), ("while", Cue::Clause), ("but", Cue::Clause), ("whereas", Cue::Clause), ("after", Cue::Clause),
    ("before", Cue::Clause), ("plus", Cue::Clause), ("which", Cue::Clause), ("intensity", Cue::Rate), ("capita", Cue::Rate),
    ("per head", Cue::Rate), ("per person", Cue::Rate), ("per passenger", Cue::Rate), ("per employee", Cue::Rate),
    ("per inhabitant", Cue::Rate), ("per household", Cue::Rate), ("per unit", Cue::Rate), ("per vehicle", Cue::Rate),
    ("per car", Cue::Rate), ("every", Cue::Each), ("each", Cue::Each),
    ("so2", Cue::OtherGas), ("sulphur dioxide", Cue::OtherGas), ("sulfur dioxide", Cue::OtherGas),
    ("nox", Cue::OtherGas), ("no2", Cue::OtherGas), ("nitrogen oxide", Cue::OtherGas), ("nitrogen oxides", Cue::OtherGas),
    ("nitrous oxide", Cue::OtherGas), ("n2o", Cue::OtherGas), ("ch4", Cue::OtherGas), ("methane", Cue::OtherGas),
];

/// The same in Chinese, and the phrases of two English words.
#[rustfmt::skip]
pub(super) const CUE_PHRASES: &[(&str, Cue)] = &[
    ("核证自愿减排量", Cue::Credit), ("核證自願減排量", Cue::Credit), ("核证减排量", Cue::Credit), ("碳信用", Cue::Credit),
    ("碳抵消", Cue::Credit), ("抵消", Cue::Credit), ("抵销", Cue::Credit), ("抵銷", Cue::Credit),
    ("减排", Cue::Reduction), ("減排", Cue::Reduction), ("减少", Cue::Reduction), ("減少", Cue::Reduction),
    ("减碳", Cue::Reduction), ("減碳", Cue::Reduction), ("降碳", Cue::Reduction), ("降低", Cue::Reduction),
    ("下降", Cue::Reduction), ("削减", Cue::Reduction), ("降至", Cue::Reduction), ("减至", Cue::Reduction),
    ("降到", Cue::Reduction), ("节省", Cue::Reduction), ("节约", Cue::Reduction), ("少排", Cue::Reduction),
    ("避免", Cue::Avoided), ("清除", Cue::Removal), ("移除", Cue::Removal), ("吸收", Cue::Removal), ("固碳", Cue::Removal),
    ("封存", Cue::Removal), ("碳汇", Cue::Removal), ("碳匯", Cue::Removal), ("增加", Cue::Increase), ("上升", Cue::Increase),
    ("增长", Cue::Increase), ("增至", Cue::Increase), ("释放", Cue::Emitted), ("产生", Cue::Emitted), ("排放", Cue::Emission),
    ("碳足迹", Cue::Emission), ("碳足跡", Cue::Emission), ("人均", Cue::Rate), ("强度", Cue::Rate), ("单位产品", Cue::Rate),
    ("温室气体", Cue::Topic), ("碳", Cue::Topic), ("煤", Cue::Material), ("钢", Cue::Material), ("水泥", Cue::Material),
    ("垃圾", Cue::Material), ("粮食", Cue::Material), ("货物", Cue::Material), ("甲烷", Cue::OtherGas), ("二氧化硫", Cue::OtherGas),
    ("氮氧化物", Cue::OtherGas), ("氧化亚氮", Cue::OtherGas), ("每", Cue::Each), ("重量", Cue::Material),
    ("同时", Cue::Clause),
];
