//! What the core costs, beside the same sums in plain `f64` in the same run.
//!
//! `cargo bench --bench core`; the figures stand in `docs/benchmarks.md`.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::equivalence::{Choice, Comparison, count};
use emissions_calculator::factors::find;
use emissions_calculator::quantity::{Decimal, Quantity, Range};
use emissions_calculator::report::{Action, Analysis, HostDefaults, Session};

mod generated;

use generated::{Shape, disclosure};

const ANT_GROUP: &str = include_str!("../data/disclosures/ant-group-2021.json");

fn read(text: &str) -> Disclosure {
    Disclosure::read(text).unwrap_or_else(|faults| panic!("{:?}", faults.first()))
}

/// 37,909.87 t in petrol cars of 12,000 km and 0.203 kg/km.
fn one_equivalence(c: &mut Criterion) {
    let mut group = c.benchmark_group("equivalence");
    let car = find("petrol-car-year").expect("in the catalogue");
    let amount: Quantity = "37909.87 tCO2e".parse().expect("an amount");
    let range = Range::exactly(amount);
    let values = [Decimal::from(12_000), Decimal::new(203, 3)];

    let numbers = [37_909.87_f64, 12_000.0, 0.203];
    group.bench_function("f64", |b| {
        b.iter(|| {
            let [amount, distance, intensity] = black_box(numbers);
            amount * 1_000.0 / (distance * intensity)
        });
    });
    // The division alone in exact arithmetic, without units.
    let exact = [Decimal::new(3_790_987, 2), values[0], values[1]];
    group.bench_function("decimal", |b| {
        b.iter(|| {
            let [amount, distance, intensity] = black_box(exact);
            amount * Decimal::ONE_THOUSAND / (distance * intensity)
        });
    });
    group.bench_function("count", |b| b.iter(|| count(car, black_box(&amount), black_box(&values))));
    group.bench_function("comparison", |b| {
        b.iter(|| Comparison::new(car, None, black_box(&range), &Choice::default()));
    });
    group.finish();
}

/// The example article: read, and everything that the page shows of it.
fn ant_group(c: &mut Criterion) {
    let mut group = c.benchmark_group("ant-group");
    let file = read(ANT_GROUP);
    let stated = [37_909.87_f64, 1_668.60, 29_591.48, 21_883.63, 23_159.54, 15_000.0, 12_000.0, 0.203];
    group.bench_function("f64", |b| {
        b.iter(|| {
            let [cut, efficiency, data_centres, renewables, emitted, claimed, distance, intensity] = black_box(stated);
            let cars = cut * 1_000.0 / (distance * intensity);
            let itemised = efficiency + data_centres;
            [
                cars,
                claimed / cars - 1.0,
                distance * cars / claimed,
                itemised,
                cut - itemised,
                (cut - itemised) / cut,
                itemised + renewables - cut,
                emitted + efficiency + renewables,
            ]
        });
    });
    group.bench_function("read", |b| b.iter(|| read(black_box(ANT_GROUP))));
    let file = Rc::new(file);
    group.bench_function("analysis", |b| b.iter(|| Analysis::of_file(black_box(&file).clone())));
    let analysis = Rc::new(Analysis::of_file(file.clone()));
    group.bench_function("session", |b| b.iter(|| Session::new(black_box(&analysis).clone(), HostDefaults::default())));
    let session = Session::new(analysis, HostDefaults::default());
    let mut kilometres = 12_000;
    group.bench_function("move", |b| {
        b.iter(|| {
            kilometres = if kilometres < 30_000 { kilometres + 500 } else { 5_000 };
            let assumption = "distance".to_owned();
            black_box(&session).apply(&Action::Set { assumption, value: kilometres.into() })
        });
    });
    group.finish();
}

/// A file of many entries; the cost must grow in proportion.
fn many_entries(c: &mut Criterion) {
    let mut group = c.benchmark_group("entries");
    group.measurement_time(Duration::from_secs(4)).sample_size(20);
    for entries in [1_000, 10_000] {
        group.throughput(Throughput::Elements(entries as u64));
        let amounts: Vec<(usize, f64)> =
            (0..entries).map(|i| (i % 4, 100.0 + (i * 7_919 % 90_000) as f64 / 100.0)).collect();
        group.bench_with_input(BenchmarkId::new("f64", entries), &amounts, |b, amounts| {
            b.iter(|| {
                let mut sums = [0.0_f64; 4];
                for (scope, amount) in black_box(amounts) {
                    sums[*scope] += amount;
                }
                sums
            });
        });
        for shape in Shape::ALL {
            let text = disclosure(shape, entries);
            let file = read(&text);
            let name = |what: &str| BenchmarkId::new(format!("{what} {shape:?}"), entries);
            group.bench_with_input(name("read"), &text, |b, text| b.iter(|| read(black_box(text))));
            let file = Rc::new(file);
            group.bench_with_input(name("analysis"), &file, |b, file| {
                b.iter(|| Analysis::of_file(black_box(file).clone()));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, one_equivalence, ant_group, many_entries);
criterion_main!(benches);
