//! The words that the detector knows, all in one place. Phrases are lower-case unless said otherwise, and longer ones
//! stand before shorter ones that they begin with. Tables are laid out by hand so that a page of them can be read.

use super::marks::Cue;
use crate::quantity::Gas;

/// Tags that stand inside a line: words and numbers go on across them.
pub(super) const INLINE_TAGS: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements whose content no reader sees as text.
pub(super) const SKIPPED_TAGS: &[&str] = &["script", "style", "template", "textarea", "svg", "iframe"];

/// The entities that articles use around numbers, and the five of XML.
#[rustfmt::skip]
pub(super) const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}'), ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'), ("thinsp", '\u{2009}'), ("numsp", '\u{2007}'), ("ndash", '–'), ("mdash", '—'), ("minus", '−'),
    ("hyphen", '‐'), ("shy", '\u{ad}'), ("zwnj", '\u{200c}'), ("zwj", '\u{200d}'), ("lsquo", '‘'), ("rsquo", '’'),
    ("ldquo", '“'), ("rdquo", '”'), ("hellip", '…'), ("middot", '·'), ("bull", '•'), ("deg", '°'), ("plusmn", '±'),
    ("times", '×'), ("cent", '¢'), ("pound", '£'), ("euro", '€'), ("yen", '¥'), ("sup2", '²'), ("sup3", '³'),
    ("frac12", '½'), ("percnt", '%'), ("comma", ','), ("period", '.'),
];

/// Languages that write 1,5 for one and a half.
pub(super) const DECIMAL_COMMA: &[&str] = &[
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy",
    "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq",
    "sr", "sv", "tr", "uk", "uz", "vi",
];

/// Regions that write 1.5 though most who speak their language write 1,5.
pub(super) const DECIMAL_POINT_REGIONS: &[&str] =
    &["de-ch", "de-li", "it-ch", "es-do", "es-gt", "es-hn", "es-mx", "es-ni", "es-pa", "es-pr", "es-sv", "es-us"];

/// Powers of ten written as letters right behind the digits.
pub(super) const MULTIPLIERS_ATTACHED: &[(&str, u32)] =
    &[("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("bn", 9), ("b", 9), ("tn", 12)];

/// Powers of ten as English words.
pub(super) const MULTIPLIERS: &[(&str, u32)] =
    &[("thousand", 3), ("million", 6), ("mn", 6), ("mln", 6), ("billion", 9), ("bn", 9), ("trillion", 12)];

/// Powers of ten as Chinese writes them.
#[rustfmt::skip]
pub(super) const MULTIPLIERS_ZH: &[(&str, u32)] = &[
    ("万亿", 12), ("萬億", 12), ("千亿", 11), ("千億", 11), ("百亿", 10), ("百億", 10), ("十亿", 9), ("十億", 9), ("亿", 8),
    ("億", 8), ("千万", 7), ("千萬", 7), ("百万", 6), ("百萬", 6), ("十万", 5), ("十萬", 5), ("万", 4), ("萬", 4), ("千", 3),
    ("百", 2),
];

/// How sure a written unit is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sure {
    /// It has one meaning.
    Yes,
    /// It has two: "tons" are metric or short, `MT` is a metric ton or a megatonne.
    No,
    /// It is one of emissions only where a gas stands behind it: pounds are money, `g` and `GT` are other things too.
    WithGas,
}

/// Units as words: the phrase, the unit of the table, how sure it is.
#[rustfmt::skip]
pub(super) const UNIT_WORDS: &[(&str, &str, Sure)] = &[
    ("metric tonnes", "t", Sure::Yes), ("metric tonne", "t", Sure::Yes), ("metric tons", "t", Sure::Yes),
    ("metric ton", "t", Sure::Yes), ("short tons", "short ton", Sure::Yes), ("short ton", "short ton", Sure::Yes),
    ("us tons", "short ton", Sure::Yes), ("us ton", "short ton", Sure::Yes), ("long tons", "long ton", Sure::Yes),
    ("long ton", "long ton", Sure::Yes), ("imperial tons", "long ton", Sure::Yes), ("imperial ton", "long ton", Sure::Yes),
    ("tonnes", "t", Sure::Yes), ("tonne", "t", Sure::Yes), ("tons", "t", Sure::No), ("ton", "t", Sure::No),
    ("kilotonnes", "kt", Sure::Yes), ("kilotonne", "kt", Sure::Yes), ("kilotons", "kt", Sure::No),
    ("kiloton", "kt", Sure::No), ("megatonnes", "Mt", Sure::Yes), ("megatonne", "Mt", Sure::Yes),
    ("megatons", "Mt", Sure::No), ("megaton", "Mt", Sure::No), ("gigatonnes", "Gt", Sure::Yes),
    ("gigatonne", "Gt", Sure::Yes), ("gigatons", "Gt", Sure::No), ("gigaton", "Gt", Sure::No),
    ("kilogrammes", "kg", Sure::Yes), ("kilogramme", "kg", Sure::Yes), ("kilograms", "kg", Sure::Yes),
    ("kilogram", "kg", Sure::Yes), ("kilos", "kg", Sure::Yes), ("kilo", "kg", Sure::Yes), ("grammes", "g", Sure::WithGas),
    ("grams", "g", Sure::WithGas), ("gram", "g", Sure::WithGas), ("pounds", "lb", Sure::WithGas),
    ("pound", "lb", Sure::WithGas), ("lbs", "lb", Sure::WithGas), ("lb", "lb", Sure::WithGas),
];

/// Units as symbols, letter case and all.
#[rustfmt::skip]
pub(super) const UNIT_SYMBOLS: &[(&str, &str, Sure)] = &[
    ("MMT", "Mt", Sure::Yes), ("MMt", "Mt", Sure::Yes), ("mmt", "Mt", Sure::Yes), ("Mt", "Mt", Sure::Yes),
    ("MT", "t", Sure::No), ("mt", "t", Sure::No), ("kt", "kt", Sure::Yes), ("kT", "kt", Sure::Yes), ("KT", "kt", Sure::Yes),
    ("Gt", "Gt", Sure::Yes), ("GT", "Gt", Sure::WithGas), ("Tg", "Mt", Sure::WithGas), ("Pg", "Gt", Sure::WithGas),
    ("kg", "kg", Sure::Yes), ("Kg", "kg", Sure::Yes), ("KG", "kg", Sure::Yes), ("ton", "t", Sure::No), ("t", "t", Sure::Yes),
    ("T", "t", Sure::WithGas), ("g", "g", Sure::WithGas),
];

/// Units in Chinese.
#[rustfmt::skip]
pub(super) const UNITS_ZH: &[(&str, &str, Sure)] = &[
    ("短吨", "short ton", Sure::Yes), ("长吨", "long ton", Sure::Yes), ("公吨", "t", Sure::Yes), ("公噸", "t", Sure::Yes),
    ("吨", "t", Sure::Yes), ("噸", "t", Sure::Yes), ("千克", "kg", Sure::Yes), ("公斤", "kg", Sure::Yes),
    ("克", "g", Sure::WithGas), ("磅", "lb", Sure::WithGas),
];

/// What a gas is called. One that is called by a name of two meanings ("carbon") has no gas that is sure.
#[rustfmt::skip]
pub(super) const GASES: &[(&str, Option<Gas>, Sure)] = &[
    ("co2 equivalents", Some(Gas::CO2e), Sure::Yes), ("co2 equivalent", Some(Gas::CO2e), Sure::Yes),
    ("co2 eq.", Some(Gas::CO2e), Sure::Yes), ("co2 eq", Some(Gas::CO2e), Sure::Yes), ("co2eq", Some(Gas::CO2e), Sure::Yes),
    ("co2 e", Some(Gas::CO2e), Sure::Yes), ("co2e", Some(Gas::CO2e), Sure::Yes), ("co2当量", Some(Gas::CO2e), Sure::Yes),
    ("co2當量", Some(Gas::CO2e), Sure::Yes), ("co2", Some(Gas::CO2), Sure::Yes),
    ("carbon dioxide equivalents", Some(Gas::CO2e), Sure::Yes), ("carbon dioxide equivalent", Some(Gas::CO2e), Sure::Yes),
    ("carbon dioxide", Some(Gas::CO2), Sure::Yes), ("carbon equivalent", Some(Gas::CO2e), Sure::No),
    ("greenhouse gases", Some(Gas::CO2e), Sure::No), ("greenhouse gas", Some(Gas::CO2e), Sure::No),
    ("ghgs", Some(Gas::CO2e), Sure::No), ("ghg", Some(Gas::CO2e), Sure::No), ("carbon", None, Sure::No),
    ("二氧化碳当量", Some(Gas::CO2e), Sure::Yes), ("二氧化碳當量", Some(Gas::CO2e), Sure::Yes),
    ("二氧化碳", Some(Gas::CO2), Sure::Yes), ("碳当量", Some(Gas::CO2e), Sure::No), ("碳當量", Some(Gas::CO2e), Sure::No),
    ("温室气体", Some(Gas::CO2e), Sure::No), ("溫室氣體", Some(Gas::CO2e), Sure::No), ("碳", None, Sure::No),
];

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

/// What may stand before "to" without making what follows a level: "a cut equivalent to 5 t", "up to 5 t".
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
    ("lorry", Cue::Material), ("lorries", Cue::Material), ("weigh*", Cue::Material), ("methane", Cue::Material),
    ("water", Cue::Material), ("ore", Cue::Material), ("sand", Cue::Material), ("fertiliser*", Cue::Material),
    ("and", Cue::Clause), ("while", Cue::Clause), ("but", Cue::Clause), ("whereas", Cue::Clause), ("after", Cue::Clause),
    ("before", Cue::Clause), ("plus", Cue::Clause), ("which", Cue::Clause), ("intensity", Cue::Rate), ("capita", Cue::Rate),
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
    ("垃圾", Cue::Material), ("粮食", Cue::Material), ("货物", Cue::Material), ("甲烷", Cue::Material), ("重量", Cue::Material),
    ("同时", Cue::Clause),
];
