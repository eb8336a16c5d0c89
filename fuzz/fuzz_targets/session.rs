//! An example file changed at random places, then every control of what is shown of it, in the configuration that ships.
#![no_main]

use std::sync::LazyLock;

use emissions_calculator::disclosure::Disclosure;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

#[path = "../../tests/common/controls.rs"]
mod controls;

static FILES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../data/disclosures/ant-group-2021.json"),
        include_str!("../../tests/goldens/own-comparison.json"),
    ];
    texts.iter().map(|text| serde_json::from_str(text).expect("JSON")).collect()
});

fuzz_target!(|input: (u8, Vec<controls::Change>)| {
    let (file, changes) = input;
    let mut file = FILES[usize::from(file) % FILES.len()].clone();
    for change in changes.into_iter().take(8) {
        controls::change(&mut file, change);
    }
    if let Ok(disclosure) = Disclosure::read(&file.to_string()) {
        controls::take_every_control(disclosure);
    }
});
