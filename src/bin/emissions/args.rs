//! What the command line takes.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Greenhouse gas equivalences and disclosures, computed exactly.
#[derive(Parser)]
#[command(
    name = "emissions",
    version,
    arg_required_else_help = true,
    after_help = "Exit codes: 0 done; 1 `check` found a contradiction; 2 something could not be read."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Say what an amount of emissions equals, in cars, flights, homes …
    Equivalents(Equivalents),
    /// Check a disclosure file: what it adds up to, and what a reader should know
    Check(Check),
    /// Make a static page, text, picture or snapshot of a disclosure file or an amount
    Render(Render),
    /// Make all that a host needs for disclosure files, in every language
    Publish(Publish),
    /// Print the factors behind the equivalences, with the source of each number
    Factors(Factors),
    /// Print the JSON Schema of disclosure files
    Schema,
    /// Print a language's words as the widget loads them
    Locale {
        /// The language's tag, such as zh-CN
        tag: String,
    },
    /// Find emission figures in an article
    Detect(Detect),
    /// Draft a disclosure file from an article, to be finished by hand
    Draft(Draft),
}

#[derive(Args)]
#[command(after_long_help = "Examples:
  emissions equivalents \"37909.87 tCO2e\"
  emissions equivalents \"37909.87 tCO2e\" --only petrol-car-year --preset petrol-car-year=uk
  emissions equivalents \"1.2 MtCO2e\" --set petrol-car-year.distance=\"15000 km/yr\" --json")]
pub struct Equivalents {
    /// The amount with unit and gas, such as "37909.87 tCO2e"
    pub amount: String,
    /// Only this comparison; may be given several times
    #[arg(long, value_name = "ID")]
    pub only: Vec<String>,
    /// Start a comparison from one of its presets
    #[arg(long = "preset", value_name = "ID=NAME", value_parser = pair)]
    pub presets: Vec<(String, String)>,
    /// Set an assumption, such as petrol-car-year.distance="15000 km/yr"
    #[arg(long, value_name = "ID.ASSUMPTION=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
    /// Print JSON, numbers as decimal strings
    #[arg(long)]
    pub json: bool,
    /// The language of the text
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub lang: String,
}

#[derive(Args)]
#[command(after_long_help = "Exit codes:
  0  no finding of severity error
  1  at least one: figures contradict each other
  2  the file cannot be read; every fault is listed with its place

JSON:
  { \"valid\": whether the file could be read,
    \"findings\": [ { \"code\", \"severity\", \"at\", \"message\", and \"fault\" where \"code\" is \"unreadable\" } ],
    \"report\": everything computed, or null }

Examples:
  emissions check data/disclosures/ant-group-2021.json
  emissions check --json --lang zh-CN - < disclosure.json")]
pub struct Check {
    /// The disclosure file, or - for standard input
    pub file: String,
    /// Print JSON, numbers as decimal strings
    #[arg(long)]
    pub json: bool,
    /// The language of the messages
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub lang: String,
}

#[derive(Args)]
#[command(after_long_help = "Forms:
  html      a page of its own, without scripts
  embed     the fallback to paste inside <emissions-calculator>
  text      plain text, for terminals and feeds
  svg       a picture of 1200 x 675, for social media
  json      the report
  snapshot  the widget as data, which the page shows until a reader touches it

Examples:
  emissions render data/disclosures/ant-group-2021.json --as embed --lang en
  emissions render --amount \"1 MtCO2e\" --as snapshot --lang de --equivalence petrol-car-year
  emissions render data/disclosures/ant-group-2021.json --as svg > ant-group.svg")]
pub struct Render {
    /// The disclosure file, or - for standard input
    #[arg(required_unless_present = "amount", conflicts_with = "amount")]
    pub file: Option<String>,
    /// An amount instead of a file, such as "37909.87 tCO2e"
    #[arg(long)]
    pub amount: Option<String>,
    /// The form
    #[arg(long = "as", value_name = "FORM", value_enum)]
    pub form: Form,
    /// The language of the page; the file's own where it ships, else English
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// For embed: give the parts headings of this level instead of strong paragraphs; for snapshot: that of the panels
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(2..=6))]
    pub heading: Option<u8>,
    /// The comparison to show, as the element's attribute names it
    #[arg(long, value_name = "ID")]
    pub equivalence: Option<String>,
    /// The preset to start from, as the element's attribute names it
    #[arg(long, value_name = "NAME")]
    pub preset: Option<String>,
    /// For snapshot: how much is shown
    #[arg(long, value_enum)]
    pub view: Option<Extent>,
    /// For snapshot: what the widget begins with
    #[arg(long, value_enum)]
    pub lead: Option<Begin>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    Html,
    Embed,
    Text,
    Svg,
    Json,
    Snapshot,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Extent {
    Full,
    Compact,
    Sentence,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Begin {
    Comparison,
    Scopes,
}

#[derive(Args)]
#[command(after_long_help = "For NAME.json, in FOLDER:
  NAME.json                      the disclosure, byte for byte
  NAME.LANG.snapshot.json        what the page shows until a reader touches it; another view, comparison or preset
                                 stands in the name: NAME.LANG.compact.snapshot.json
  NAME.LANG.embed.html           the fallback to paste inside <emissions-calculator>
  NAME.LANG.html  .txt  .svg     a page, plain text, a picture
  NAME.html  NAME.oembed.json    a page in the file's own language, and the oEmbed document that it links

Examples:
  emissions publish data/disclosures/*.json --to public --url https://example.org/calculator/
  emissions publish ant-group-2021.json --to public --lang en --lang zh-CN --view full --view compact")]
pub struct Publish {
    /// The disclosure files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The folder; it is made where it is missing
    #[arg(long, value_name = "FOLDER")]
    pub to: std::path::PathBuf,
    /// The folder's address, which oEmbed documents name in full
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Only this language; may be given several times
    #[arg(long = "lang", value_name = "TAG")]
    pub languages: Vec<String>,
    /// Snapshots of this view; may be given several times
    #[arg(long = "view", value_enum, default_value = "full")]
    pub views: Vec<Extent>,
    /// The comparison that the snapshots show
    #[arg(long, value_name = "ID")]
    pub equivalence: Option<String>,
    /// The preset that the snapshots start from
    #[arg(long, value_name = "NAME")]
    pub preset: Option<String>,
}

#[derive(Args)]
#[command(after_long_help = "Examples:
  emissions factors
  emissions factors petrol-car-year
  emissions factors --json")]
pub struct Factors {
    /// Only this comparison
    pub id: Option<String>,
    /// Print JSON, numbers as decimal strings
    #[arg(long)]
    pub json: bool,
    /// The language of the text; notes stay in English
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub lang: String,
}

#[derive(Args)]
#[command(after_long_help = "Examples:
  emissions detect article.html
  curl --silent https://example.org/article | emissions detect - --lang zh --json")]
pub struct Detect {
    /// The article, text or HTML; - for standard input
    pub article: String,
    /// The article's language, where it does not say it itself
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// Print JSON, numbers as decimal strings
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(after_long_help = "Examples:
  emissions draft article.html > disclosure.json")]
pub struct Draft {
    /// The article, text or HTML; - for standard input
    pub article: String,
    /// The article's language, where it does not say it itself
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
}

/// `name=value`.
fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() && !value.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("write a name, = and a value, as in petrol-car-year=uk".to_owned()),
    }
}
