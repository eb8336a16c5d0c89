//! Where a statement stands.

use super::record::record;
use super::text::Text;
use super::values::{Date, Url};

record! {
    /// Where a statement stands.
    pub struct Source {
        /// Its title.
        title: Text = "title", required;
        /// Who published it.
        publisher: Text = "publisher", required;
        /// When.
        published: Date = "published", optional;
        /// Where it can be read.
        url: Url = "url", optional;
        /// Anything a reader should know about it.
        note: Text = "note", optional;
    }
}
