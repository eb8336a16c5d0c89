use serde::Serialize;

/// A standard that findings refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standard {
    /// The name that findings use.
    pub id: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The year of publication.
    pub year: u16,
    /// Its page.
    pub url: &'static str,
}

/// The standards that findings refer to.
pub const STANDARDS: [Standard; 6] = [
    Standard {
        id: "ghg-protocol-corporate",
        publisher: "World Resources Institute and WBCSD",
        title: "GHG Protocol Corporate Accounting and Reporting Standard",
        year: 2004,
        url: "https://ghgprotocol.org/corporate-standard",
    },
    Standard {
        id: "ghg-protocol-scope-2",
        publisher: "World Resources Institute",
        title: "GHG Protocol Scope 2 Guidance",
        year: 2015,
        url: "https://ghgprotocol.org/scope-2-guidance",
    },
    Standard {
        id: "ghg-protocol-scope-3",
        publisher: "World Resources Institute and WBCSD",
        title: "GHG Protocol Corporate Value Chain (Scope 3) Standard",
        year: 2011,
        url: "https://ghgprotocol.org/corporate-value-chain-scope-3-standard",
    },
    Standard {
        id: "iso-14068-1",
        publisher: "International Organization for Standardization",
        title: "ISO 14068-1:2023 Climate change management: Transition to net zero, part 1: Carbon neutrality",
        year: 2023,
        url: "https://www.iso.org/standard/43279.html",
    },
    Standard {
        id: "sbti-net-zero",
        publisher: "Science Based Targets initiative",
        title: "Corporate Net-Zero Standard",
        year: 2021,
        url: "https://sciencebasedtargets.org/net-zero",
    },
    Standard {
        id: "iso-14064-3",
        publisher: "International Organization for Standardization",
        title: "ISO 14064-3:2019 Greenhouse gases, part 3: verification and validation of greenhouse gas statements",
        year: 2019,
        url: "https://www.iso.org/standard/66455.html",
    },
];

impl Standard {
    /// The standard of this name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        STANDARDS.iter().find(|standard| standard.id == id)
    }
}
