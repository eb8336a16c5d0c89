//! Any text as a disclosure file: reads, or says where and why not.
#![no_main]

use std::collections::BTreeSet;

use emissions_calculator::disclosure::Disclosure;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Disclosure::read(text) {
        Ok(disclosure) => {
            let ids: BTreeSet<&str> = disclosure.entries.iter().map(|entry| entry.id.as_str()).collect();
            assert_eq!(ids.len(), disclosure.entries.len(), "two entries of one id");
            for entry in &disclosure.entries {
                if let Some(range) = entry.amount.stated() {
                    assert!(range.low.value <= range.central.value && range.central.value <= range.high.value);
                    assert!(!range.low.value.is_sign_negative() && range.central.gas.is_some());
                }
                for name in entry.part_of.iter().chain(&entry.covers) {
                    assert!(ids.contains(name.as_str()), "{name} names nothing");
                }
            }
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            for fault in &faults {
                assert!(fault.at.is_empty() || fault.at.starts_with('/'), "{:?} is no JSON pointer", fault.at);
                assert!(!fault.kind.to_string().is_empty() && !fault.kind.code().is_empty(), "{fault:?}");
            }
        }
    }
});
