use std::rc::Rc;

use crate::report::{Analysis, HostDefaults, Session};

/// What an element's attributes choose. A preset that the comparison shown does not have is passed over.
#[must_use]
pub fn host_defaults(analysis: &Rc<Analysis>, equivalence: Option<&str>, preset: Option<&str>) -> HostDefaults {
    let host = HostDefaults { equivalence: equivalence.map(str::to_owned), preset: None };
    let Some(preset) = preset else { return host };
    let session = Session::new(analysis.clone(), host.clone());
    let shown = session.shown().filter(|shown| shown.comparison.presets.iter().any(|one| one == preset));
    HostDefaults { preset: shown.map(|shown| (shown.comparison.id.clone(), preset.to_owned())), ..host }
}
