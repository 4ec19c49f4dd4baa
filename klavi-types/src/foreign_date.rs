//! The dates of other crates.

/// Both ways between [`Date`](crate::Date) and the date of a crate, which may know more years than 0001 to 9999.
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
macro_rules! foreign_date {
    ($feature:literal, $foreign:ty, |$from:ident| $numbers:expr, |$year:ident, $month:ident, $day:ident| $built:expr) => {
        #[cfg(feature = $feature)]
        impl TryFrom<$foreign> for crate::Date {
            type Error = klavi_pix::DateError;

            fn try_from($from: $foreign) -> Result<Self, klavi_pix::DateError> {
                let (year, month, day) = $numbers;
                Self::new(u16::try_from(year).unwrap_or(0), month, day)
            }
        }

        #[cfg(feature = $feature)]
        impl TryFrom<crate::Date> for $foreign {
            type Error = klavi_pix::DateError;

            fn try_from(date: crate::Date) -> Result<Self, klavi_pix::DateError> {
                let real = date.calendar()?;
                let ($year, $month, $day) = (real.year(), real.month(), real.day());
                $built.ok_or(klavi_pix::DateError::Day)
            }
        }
    };
}

#[cfg(feature = "jiff")]
foreign_date!(
    "jiff",
    jiff::civil::Date,
    |from| (from.year(), from.month().unsigned_abs(), from.day().unsigned_abs()),
    |year, month, day| {
        let (year, month, day) = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
        year.ok()
            .zip(month.ok())
            .zip(day.ok())
            .and_then(|((year, month), day)| jiff::civil::Date::new(year, month, day).ok())
    }
);

#[cfg(feature = "chrono")]
foreign_date!(
    "chrono",
    chrono::NaiveDate,
    |from| {
        use chrono::Datelike;
        (from.year(), u8::try_from(from.month()).unwrap_or(0), u8::try_from(from.day()).unwrap_or(0))
    },
    |year, month, day| chrono::NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
);

#[cfg(feature = "time")]
foreign_date!("time", time::Date, |from| (from.year(), u8::from(from.month()), from.day()), |year, month, day| {
    let month = time::Month::try_from(month).ok();
    month.and_then(|month| time::Date::from_calendar_date(i32::from(year), month, day).ok())
});
