//! Amounts and dates are compared by what they mean, small types lead to one another, and to those of other crates.

use klavi_types::{
    Amount, BrCode, Cnpj, ContractAmount, Cpf, Date, EndToEndId, FormError, Ispb, PixKey, TaxId, TownCode,
};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::{Debug, Display};
use std::hash::Hash;

fn all<T: TryFrom<String, Error = FormError>>(texts: &[&str]) -> Vec<T> {
    texts.iter().map(|text| T::try_from((*text).to_owned()).unwrap()).collect()
}

/// Asserts that the texts, sorted by value, come in the order of `sorted`, and that each group of `same` is one value.
fn by_value<T>(texts: &[&str], sorted: &[&str], same: &[&str])
where
    T: TryFrom<String, Error = FormError> + Ord + Hash + Display + Debug,
{
    let mut values: Vec<T> = all(texts);
    values.sort();
    assert_eq!(values.iter().map(ToString::to_string).collect::<Vec<_>>(), sorted);
    assert_eq!(all::<T>(same).into_iter().collect::<HashSet<_>>().len(), 1);
    assert_eq!(all::<T>(same).into_iter().collect::<BTreeSet<_>>().len(), 1);
    assert_eq!(values.into_iter().collect::<HashSet<_>>().len(), texts.len());
}

#[test]
fn amounts_go_by_centavos() {
    let texts = ["100.00", "9.00", "20.00", "0009.01", "9999999999999999.99"];
    let sorted = ["9.00", "0009.01", "20.00", "100.00", "9999999999999999.99"];
    by_value::<Amount>(&texts, &sorted, &["1.00", "01.00", "0000000000000001.00"]);
    assert_eq!(all::<Amount>(&texts[..3]).into_iter().max().unwrap().as_str(), "100.00");
}

#[test]
fn dates_go_by_day() {
    let texts = ["2025-12-01", "2025-7-1", "2025-07-2", "2021-02-30", "2021-03-01", "0000-01-01", "2021-02-28"];
    let sorted = ["0000-01-01", "2021-02-28", "2021-02-30", "2021-03-01", "2025-7-1", "2025-07-2", "2025-12-01"];
    by_value::<Date>(&texts, &sorted, &["2025-07-01", "2025-7-1", "2025-07-1", "2025-7-01"]);
}

#[test]
fn contract_amounts_go_by_centavos() {
    let read = |json: &str| serde_json::from_str::<ContractAmount>(json).unwrap();
    let same: HashSet<_> = [read("0.1"), read("0.10"), read("\"0.10\""), "0.10".parse().unwrap()].into();
    assert_eq!(same.len(), 1);
    assert!(read("9.00") < read("\"10.00\""));
    for amount in ["0.00", "007.50", "9999999999999999.99"].map(|text| text.parse::<Amount>().unwrap()) {
        let built = ContractAmount::from(&amount);
        assert_eq!((&built, built.minor_units()), (&ContractAmount::from(amount), amount.minor_units()));
        assert_eq!(read(&serde_json::to_string(&built).unwrap()), built);
        assert_eq!(Amount::from(built), amount);
    }
}

#[test]
fn arithmetic_stays_within_the_form() {
    let amount = |text: &str| text.parse::<Amount>().unwrap();
    let most = amount("9999999999999999.99");
    assert_eq!(amount("0.99").checked_add(amount("0.02")).unwrap().as_str(), "1.01");
    assert_eq!(most.checked_add(amount("0.01")), None);
    assert_eq!(most.checked_sub(most).unwrap().as_str(), "0.00");
    assert_eq!(amount("0.00").checked_sub(amount("0.01")), None);
    assert_eq!(amount("33.33").checked_mul(3).unwrap().as_str(), "99.99");
    assert_eq!(most.checked_mul(2), None);
    assert_eq!(most.checked_mul(u64::MAX), None);
}

#[test]
fn days_are_counted_on_the_calendar() {
    let date = |text: &str| text.parse::<Date>().unwrap();
    assert_eq!(date("2024-2-28").plus_days(1).unwrap().as_str(), "2024-02-29");
    assert_eq!(date("2024-03-01").plus_days(-2), Some(date("2024-02-28")));
    assert_eq!(date("9999-12-31").plus_days(1), None);
    assert_eq!(date("2021-02-30").plus_days(1), None);
    assert_eq!(Date::new(2021, 2, 28).unwrap(), date("2021-02-28"));
    assert!(Date::new(2021, 2, 29).is_err());
    for text in
        ["2025-07-001", "2025-00-01", "2025-13-01", "2025-01-32", "25-01-01", "2025-01", "2025-+1-01", "2025-01-01 "]
    {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

/// Every small type over a text can be had from `&str` and `String`, compared with a text, and given up for its text.
#[test]
fn texts_lead_in_and_out() {
    macro_rules! every {
        ($($name:ident $text:literal)+) => {$(
            let value = $name::try_from($text).unwrap();
            assert_eq!($text.parse::<$name>().as_ref(), Ok(&value));
            assert_eq!($name::try_from(String::from($text)).as_ref(), Ok(&value));
            assert_eq!((value.as_ref() as &str, value.as_str(), &*format!("{value:>40}")), ($text, $text, &*format!("{:>40}", $text)));
            assert!(!format!("{value:?}").contains($text));
            assert_eq!(String::from(value.clone()), $text);
            assert_eq!(value.into_string(), $text);
        )+};
    }
    every! {
        Cpf "76109277673" Cnpj "44471172000119" TaxId "44471172000119" Ispb "00000000" TownCode "5300108"
        PixKey "fulano@example.com" BrCode "000201" EndToEndId "E9040088820210128000800123873170"
        Amount "1333.00" Date "2025-07-01"
    }
}

#[test]
fn texts_are_keys_of_maps_and_compared_with_texts() {
    let cpf: Cpf = "76109277673".parse().unwrap();
    assert!(cpf == "76109277673" && cpf == *"76109277673" && cpf != "76109277674");
    let accounts = HashMap::from([(cpf, 1)]);
    assert_eq!(accounts.get("76109277673"), Some(&1));
}

#[test]
fn narrow_types_lead_to_wide_ones_and_back() {
    let (cpf, cnpj) = (Cpf::try_from("76109277673").unwrap(), Cnpj::try_from("12ABC34501DE35").unwrap());
    assert_eq!(TaxId::from(&cpf), "76109277673");
    assert_eq!(PixKey::from(TaxId::from(cpf.clone())), PixKey::from(cpf.clone()));
    assert_eq!(Cpf::try_from(TaxId::from(&cpf)), Ok(cpf.clone()));
    assert_eq!(Cnpj::try_from(&PixKey::from(&cnpj)), Ok(cnpj.clone()));
    assert!(Cnpj::try_from(TaxId::from(&cpf)).is_err());
    assert!(Cpf::try_from(PixKey::from(cnpj)).is_err());
    assert!(TaxId::try_from(PixKey::try_from("+5511912345678").unwrap()).is_err());
}

#[test]
fn dates_of_other_crates() {
    let last = Date::new(9999, 12, 31).unwrap();
    let leap = Date::new(2024, 2, 29).unwrap();
    let unreal: Date = "2021-02-30".parse().unwrap();

    assert_eq!(jiff::civil::Date::try_from(leap).unwrap(), jiff::civil::date(2024, 2, 29));
    assert_eq!(Date::try_from(jiff::civil::Date::MAX), Ok(last));
    assert!(
        Date::try_from(jiff::civil::date(0, 1, 1)).is_err() && Date::try_from(jiff::civil::date(-1, 1, 1)).is_err()
    );
    assert!(jiff::civil::Date::try_from(unreal).is_err());

    let day = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
    assert_eq!(chrono::NaiveDate::try_from(leap).unwrap(), day(2024, 2, 29));
    assert_eq!(Date::try_from(day(9999, 12, 31)), Ok(last));
    assert!(Date::try_from(day(10_000, 1, 1)).is_err() && Date::try_from(day(-2024, 1, 1)).is_err());
    assert!(Date::try_from(day(65_537, 1, 1)).is_err());
    assert!(chrono::NaiveDate::try_from(unreal).is_err());

    let day = |year| time::Date::from_calendar_date(year, time::Month::December, 31).unwrap();
    assert_eq!(time::Date::try_from(leap).unwrap().to_ordinal_date(), (2024, 60));
    assert_eq!(Date::try_from(day(9999)), Ok(last));
    assert!(Date::try_from(day(-1)).is_err());
    assert!(time::Date::try_from(unreal).is_err());
}

#[test]
fn amounts_of_rust_decimal() {
    use rust_decimal::Decimal;
    let most: Amount = "9999999999999999.99".parse().unwrap();
    assert_eq!(Decimal::from(most).to_string(), "9999999999999999.99");
    assert_eq!(Amount::try_from(Decimal::from(most)), Ok(most));
    assert_eq!(Amount::try_from(Decimal::new(1_500, 3)).unwrap().as_str(), "1.50");
    assert_eq!(Amount::try_from(Decimal::new(7, 0)).unwrap().as_str(), "7.00");
    for reais in [Decimal::new(1_501, 3), Decimal::new(-1, 2), Decimal::MAX, Decimal::from(most) + Decimal::new(1, 2)] {
        assert!(Amount::try_from(reais).is_err(), "{reais}");
    }
}
