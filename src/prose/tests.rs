//! What must hold inside: how often characters are looked at, and where they stand.

use std::cell::Cell;
use std::ops::Range;

use proptest::prelude::*;

use super::draft;
use super::html::{PARAGRAPH, read};

thread_local! {
    static LOOKS: Cell<usize> = const { Cell::new(0) };
}

/// Counts how often a character is looked at.
pub(super) fn count(looks: usize) {
    LOOKS.set(LOOKS.get() + looks);
}

fn looks(piece: &str, length: usize) -> usize {
    LOOKS.set(0);
    let text = piece.repeat(length / piece.len());
    let _ = draft(&text, None);
    LOOKS.get()
}

#[test]
fn each_character_is_looked_at_a_fixed_number_of_times() {
    let hard = [
        "<a ",
        "<a '",
        "<a \"'>",
        "<",
        "</a",
        "&am",
        "&",
        "<!-",
        "<!--",
        "</script",
        "<script>",
        "<title>",
        "</title",
        "<svg>",
        "1-",
        "1,",
        "1 ",
        "1.",
        "5 t CO2 ",
        "1 to ",
        "scope 1, ",
        "- ",
        "吨1",
        "1\u{a0}234 ",
        "about ",
        "约",
        "co2 ",
        "(",
        "<td>5",
        "<tr><td rowspan=40 colspan=40>5 t CO2",
        "1\t2\n",
        "scope 1 t CO2e\t5\n",
        "from 5 to ",
        "一千万",
        "so viel wie 5 ",
        "Tencent carbon neutral 2030 ",
        "of which 5 t CO2 ",
    ];
    for piece in hard {
        let (half, whole) = (looks(piece, 3_000), looks(piece, 6_000));
        assert!(whole <= half * 2 + half / 5, "{piece:?}: {half} and {whole}");
        assert!(whole < 6_000 * 500, "{piece:?}: {whole}");
    }
}

fn characters(source: &str) -> Vec<(char, Range<usize>)> {
    let mut characters = Vec::new();
    let _ = read(source, &mut |c, place| characters.push((c, place)));
    characters
}

#[test]
fn each_character_has_its_place() {
    let source = "a&amp;b</>c<b>&semi;</b>\r\n<é&#8322;&bne;";
    let found = characters(source);
    let shown: Vec<(char, &str)> = found.iter().map(|(c, place)| (*c, &source[place.clone()])).collect();
    let expected = [
        ('a', "a"),
        ('&', "&amp;"),
        ('b', "b"),
        ('c', "c"),
        (';', "&semi;"),
        ('<', "<"),
        ('é', "é"),
        ('₂', "&#8322;"),
        ('=', "&bne;"),
        ('\u{20e5}', "&bne;"),
    ];
    // A carriage return with its line feed is one line end, whichever of the two it is said to stand at.
    let is_shown = |(c, _): &(char, &str)| *c != '\n';
    let found: Vec<_> = shown.into_iter().filter(is_shown).collect();
    assert_eq!(found, expected);
}

/// Bits of pages, in any order.
fn page() -> impl Strategy<Value = String> {
    let bit = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "<b>",
        "</b>",
        "<b",
        "<p x='",
        "'",
        "\"",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "</titl",
        "<svg>",
        "</svg>",
        "<svg/>",
        "<!--",
        "-->",
        "<!",
        "<?",
        "</>",
        "&",
        "&amp;",
        "&am",
        "&#",
        "&#65",
        "&#x41;",
        "&semi;",
        "&bne;",
        "&notin",
        ";",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "é",
        "吨",
        "1",
        "a",
        " ",
        "<é",
        "&é",
        "]]>",
        "<![CDATA[",
        "<plaintext>",
        "<textarea>",
        "=",
    ]);
    prop::collection::vec(bit, 0..30).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_are_in_order_and_hold_what_is_shown(source in prop_oneof![page(), any::<String>()]) {
        let mut end = 0;
        let mut last = 0..0;
        for (c, place) in characters(&source) {
            let written = source.get(place.clone());
            prop_assert!(written.is_some_and(|written| !written.is_empty()), "{:?} at {:?}", c, place);
            // An entity of two characters, and nothing else, is told twice.
            prop_assert!(place.start >= end || place == last, "{:?} at {:?} behind {}", c, place, end);
            let written = written.unwrap_or_default();
            let is_markup = c == PARAGRAPH || c == '\n' || c == '^' || c == '\u{fffd}';
            prop_assert!(written.starts_with('&') || is_markup || written == c.to_string(), "{:?}: {:?}", c, written);
            end = place.end;
            last = place;
        }
    }

    #[test]
    fn plain_text_comes_as_it_is(source in "[^<&\r\u{0}]*") {
        let shown: String = characters(&source).into_iter().map(|(c, _)| c).collect();
        prop_assert_eq!(shown, source);
    }
}
