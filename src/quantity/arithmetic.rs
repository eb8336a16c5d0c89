use rust_decimal::Decimal;

/// The four operations, each in one copy: `rust_decimal` has its own written out at every place that calls them, a
/// thousand bytes a time. None where the result does not fit.
pub(crate) trait Arithmetic: Copy {
    /// The sum.
    fn sum(self, other: Self) -> Option<Self>;
    /// What is left.
    fn difference(self, other: Self) -> Option<Self>;
    /// The product.
    fn product(self, other: Self) -> Option<Self>;
    /// The quotient; none for a divisor of zero.
    fn quotient(self, other: Self) -> Option<Self>;
}

#[allow(clippy::disallowed_methods, reason = "here they stand once")]
impl Arithmetic for Decimal {
    #[inline(never)]
    fn sum(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn difference(self, mut other: Self) -> Option<Self> {
        other.set_sign_positive(other.is_sign_negative());
        self.sum(other)
    }

    #[inline(never)]
    fn product(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    #[inline(never)]
    fn quotient(self, other: Self) -> Option<Self> {
        self.checked_div(other)
    }
}
