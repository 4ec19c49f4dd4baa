//! Codes that cannot be read as they stand: what is told of them is the cause, and only where it is known.

use super::super::{BrCodeProblem as Problem, BrCodeRef, ElementPath, FixedValue, LengthCause};
use super::{DOCUMENTED, STATIC_OPEN, at, code_with, element, pix_with, problems, sealed};

/// The documented example as it is printed: on four lines, with blanks instead of line ends, in lower case.
#[test]
fn documented_example_damaged() {
    let lines: Vec<&str> = [0..102, 102..204, 204..306, 306..359].map(|range| &DOCUMENTED[range]).into();
    assert_eq!(problems(&lines.join("\n")), [Problem::LineBreak { at: 102 }]);
    assert_eq!(problems(&lines.join("\r\n")), [Problem::LineBreak { at: 102 }]);
    assert_eq!(problems(&lines.join(" ")), [Problem::InsertedBlank { at: 102 }]);
    let lower = DOCUMENTED.to_lowercase();
    let country =
        Problem::Value { element: ElementPath::root(58), at: at(&lower, "5802br"), expected: FixedValue::Country };
    let crc = Problem::CrcWrong { at: 355, expected: 0xE0CD };
    assert_eq!(problems(&lower).iter().filter(|problem| [country, crc].contains(problem)).count(), 2);
}

#[test]
fn line_breaks_and_blanks() {
    assert_eq!(problems(&format!("{STATIC_OPEN}\n")), [Problem::LineBreak { at: 112 }]);
    assert_eq!(problems(&format!(" {STATIC_OPEN}")), [Problem::InsertedBlank { at: 0 }]);
    for at in 1..STATIC_OPEN.len() - 8 {
        let (before, after) = STATIC_OPEN.split_at(at);
        let found = problems(&format!("{before} {after}"));
        // Beside a blank that was there, either of the two may be named: the text is the same without it.
        let near = matches!(found[..], [Problem::InsertedBlank { at: named }] if named == at || named + 1 == at);
        assert!(near, "blank at {at}: {found:?}");
    }
}

#[test]
fn blanks_lost() {
    let lost = |at, declared, found| {
        let (element, cause) = (ElementPath::root(59), LengthCause::BlanksLost);
        [Problem::WrongLength { element, at, declared, found, cause }]
    };
    // A name of 24 characters that ended in three blanks, trimmed: the checksum is right with them.
    let whole = code_with(&[(59, "COMERCIO DE EXEMPLOS X   ")]);
    let trimmed = whole.replace("X   ", "X");
    assert_eq!(problems(&trimmed), lost(at(&trimmed, "5925"), 25, 22));
    // Two blanks collapsed to one.
    let collapsed = code_with(&[(59, "LOJA  EXEMPLO")]).replace("  ", " ");
    assert_eq!(problems(&collapsed), lost(64, 13, 12));
    // In a template two lengths are too long by one; the inner one tells where.
    let pix = pix_with(&[(1, "76109277673"), (2, "PEDIDO  12")]);
    let collapsed = code_with(&[(26, &pix)]).replace("  ", " ");
    let (element, at, cause) = (ElementPath::inside(26, 2), at(&collapsed, "0210"), LengthCause::BlanksLost);
    assert_eq!(problems(&collapsed), [Problem::WrongLength { element, at, declared: 10, found: 9, cause }]);
}

/// What the checksum tells of a wrong length.
#[test]
fn causes_of_a_wrong_length() {
    let length = |at, id, declared, found, cause| Problem::WrongLength {
        element: ElementPath::root(id),
        at,
        declared,
        found,
        cause,
    };
    let is_crc = |problem: &Problem| matches!(problem, Problem::CrcWrong { .. });
    // Issued with it.
    let issued = sealed(&STATIC_OPEN[..104].replace("5912", "5914"));
    assert_eq!(problems(&issued), [length(64, 59, 14, 12, LengthCause::Issued)]);
    // Its digits changed.
    let changed = STATIC_OPEN.replace("5912", "5914");
    assert_eq!(problems(&changed), [length(64, 59, 14, 12, LengthCause::Changed)]);
    // The value changed, length and checksum did not.
    let edited = STATIC_OPEN.replace("LOJA EXEMPLO", "LOJA OUTRA");
    let [cause, crc] = problems(&edited)[..] else { panic!() };
    assert_eq!(cause, length(64, 59, 12, 10, LengthCause::Unknown));
    assert!(is_crc(&crc));
    // Characters counted in one element, bytes in another.
    let mixed = sealed(&STATIC_OPEN[..104].replace("12LOJA EXEMPLO6009SAO", "05JOÃO6009SÃO"));
    let accents = [(59, 70), (60, 78)].map(|(id, at)| Problem::NotPrintable { element: ElementPath::root(id), at });
    let [cause, first, second] = problems(&mixed)[..] else { panic!("{:?}", problems(&mixed)) };
    assert_eq!((cause, [first, second]), (length(73, 60, 9, 10, LengthCause::Unit), accents));
    // Not two digits.
    for wrong in ["598LOJA SOL", "59 8LOJA SOL", "59O8LOJA SOL", "59-8LOJA SOL"] {
        let code = sealed(&STATIC_OPEN[..104].replace("5912LOJA EXEMPLO", wrong));
        assert_eq!(
            problems(&code),
            [Problem::LengthForm { element: ElementPath::root(59), at: 64, found: 8 }],
            "{wrong}"
        );
    }
    // Two lengths.
    let two = sealed(&STATIC_OPEN[..104].replace("5912", "5914").replace("62070503", "62080503"));
    let both = [length(64, 59, 14, 12, LengthCause::Issued), length(93, 62, 8, 7, LengthCause::Issued)];
    assert_eq!(problems(&two), both);
    // Of two elements that could be to blame, the checksum tells which it was.
    let pix = pix_with(&[(1, "a1@example.com"), (2, "0123456789")]);
    let either = code_with(&[(26, &pix)]).replace("0210", "0214");
    let (element, cause) = (ElementPath::inside(26, 2), LengthCause::Changed);
    let wrong = Problem::WrongLength { element, at: at(&either, "0214"), declared: 14, found: 10, cause };
    assert_eq!(problems(&either), [wrong]);
    // A checksum that lacks a digit tells nothing.
    let short = &changed[..changed.len() - 1];
    let expected = u16::from_str_radix(&sealed(&changed[..104])[108..], 16).unwrap();
    let crc = Problem::CrcShort { at: 108, found: 3, expected };
    assert_eq!(problems(short), [length(64, 59, 14, 12, LengthCause::Unknown), crc]);
    // What else is wrong is told as well.
    let more = sealed(&code_with(&[(54, "0.00")])[..112].replace("5912", "5914"));
    assert_eq!(problems(&more), [length(72, 59, 14, 12, LengthCause::Issued), Problem::AmountZero { at: 58 }]);
}

/// Where several elements could be to blame, none is.
#[test]
fn no_guesses() {
    // Either the text is ten characters long, or it is a part of the key, which is an address in any case.
    let code = code_with(&[(26, &pix_with(&[(1, "a1@example.com"), (2, "0123456789")]).replace("0210", "0214"))]);
    assert_eq!(problems(&code), [Problem::NoElement { at: at(&code, "0214") }]);
}

/// A code of which nothing else is known still has its checksum judged, and was not cut off.
#[test]
fn checksums_of_what_cannot_be_read() {
    // A code with an element too many, of which no length is to blame.
    let text = STATIC_OPEN[..104].replace("5303986", "53039867");
    let at = at(&text, "75802BR");
    let nothing = Problem::NoElement { at };
    let code = sealed(&text);
    let (digits, stated) = (code.len() - 4, code[code.len() - 4..].to_owned());
    let expected = u16::from_str_radix(&stated, 16).unwrap();
    assert_eq!(problems(&code), [nothing]);
    let ends = |digits: &str| problems(&format!("{}{digits}", &code[..code.len() - 4]));
    assert_eq!(ends("0000"), [nothing, Problem::CrcWrong { at: digits, expected }]);
    assert_eq!(ends(&stated[..3]), [nothing, Problem::CrcShort { at: digits, found: 3, expected }]);
    assert_eq!(ends("00G0"), [nothing, Problem::CrcForm { at: digits + 2 }]);
    // Of a code without one, it may be.
    let cut = Problem::Cut { element: ElementPath::root(75), at, declared: 80, found: 49 };
    assert_eq!(ends("00"), [cut]);
}

/// Where a code stops to make sense is before the first element that cannot stand there, if more than a length is wrong.
#[test]
fn the_first_element_that_does_not_fit() {
    // Of the transaction id, no length helps.
    let broken = STATIC_OPEN[..104].replace("62070503***", "6207050");
    for (was, wrong) in [
        // Another value, a value that is too long, one that is empty, and an element that was there before.
        ("5802BR", "5802XX"),
        ("5912LOJA EXEMPLO", "5926LOJA EXEMPLO LOJA EXEMPLO"),
        ("5912LOJA EXEMPLO", "5900"),
        ("5912LOJA EXEMPLO", "5802BR"),
    ] {
        let code = sealed(&broken.replace(was, wrong));
        assert_eq!(problems(&code), [Problem::NoElement { at: code.rfind(wrong).unwrap() }], "{code}");
    }
}

/// A code may have 512 bytes; up to twice as many the cause is looked for as well.
#[test]
fn the_most_bytes() {
    let of_length = |length: usize| {
        let mut rest = length - STATIC_OPEN.len();
        let mut long = String::new();
        for id in 2.. {
            let value = rest.min(103).checked_sub(4).filter(|value| *value > 0);
            let Some(value) = value else { break };
            // No rest is left that is too short for an element.
            let value = if (1..=4).contains(&(rest - 4 - value)) { value - 5 } else { value };
            long += &element(id, &"a".repeat(value));
            rest -= value + 4;
        }
        assert_eq!(rest, 0);
        format!("{}{long}{}", &STATIC_OPEN[..6], &STATIC_OPEN[6..104])
    };
    assert_eq!(problems(&sealed(&of_length(512))), []);
    assert_eq!(problems(&sealed(&of_length(513))), [Problem::TooLong { found: 513 }]);
    let wrong = |length| problems(&sealed(&of_length(length).replace("62070503", "62080503")));
    let [length, blamed] = wrong(1024)[..] else { panic!("{:?}", wrong(1024)) };
    assert_eq!(length, Problem::TooLong { found: 1024 });
    assert!(matches!(blamed, Problem::WrongLength { declared: 8, found: 7, .. }), "{blamed:?}");
    let [length, blamed] = wrong(1025)[..] else { panic!("{:?}", wrong(1025)) };
    assert_eq!(length, Problem::TooLong { found: 1025 });
    assert!(matches!(blamed, Problem::NoElement { .. }), "{blamed:?}");
}

/// Looking for the cause stays quick, whatever the text.
#[test]
fn hopeless_texts() {
    let blanks = "0008        ".repeat(80);
    let zeros = "0000".repeat(250);
    for text in [format!("{blanks}x"), format!("{zeros}x"), format!("{zeros}6304"), "é".repeat(500), "26".repeat(500)]
    {
        assert!(!problems(&text).is_empty());
        assert!(BrCodeRef::parse(&text).is_err());
    }
}

#[test]
fn broken_lists() {
    assert_eq!(problems(""), [Problem::Empty]);
    assert_eq!(problems(&STATIC_OPEN[1..]), [Problem::StartLost]);
    assert_eq!(problems("fulano"), [Problem::NoElement { at: 0 }]);
    assert_eq!(BrCodeRef::read("fulano"), None);
    let cut = &STATIC_OPEN[..60];
    assert_eq!(problems(cut), [Problem::NoElement { at: 58 }]);
    let cut = Problem::Cut { element: ElementPath::root(26), at: 6, declared: 33, found: 10 };
    assert_eq!(problems(&STATIC_OPEN[..20]), [cut]);
    // 62 says 08 where 7 characters follow; the checksum is that of the wrong text.
    let wrong = sealed(&STATIC_OPEN[..104].replace("62070503", "62080503"));
    let length = Problem::WrongLength {
        element: ElementPath::root(62),
        at: 93,
        declared: 8,
        found: 7,
        cause: LengthCause::Issued,
    };
    assert_eq!(problems(&wrong), [length]);
    // The same inside a template.
    let wrong = sealed(&STATIC_OPEN[..104].replace("62070503", "62070504"));
    let length = Problem::WrongLength {
        element: ElementPath::inside(62, 5),
        at: 97,
        declared: 4,
        found: 3,
        cause: LengthCause::Issued,
    };
    assert_eq!(problems(&wrong), [length]);
    // Key and text together too long: the length of 26 gets three digits.
    let template = pix_with(&[(1, &format!("{}@example.com", "a".repeat(28))), (2, &"b".repeat(38))]);
    assert_eq!(template.len(), 104);
    let over = sealed(&format!("00020126{}{template}5204000053039865802BR5901A6001B62070503***", template.len()));
    assert_eq!(problems(&over), [Problem::TemplateTooLong { element: ElementPath::root(26), at: 6 }]);
    let long = code_with(&[
        (81, &"a".repeat(99)),
        (2, &"a".repeat(99)),
        (3, &"a".repeat(99)),
        (4, &"a".repeat(99)),
        (5, &"a".repeat(99)),
    ]);
    assert_eq!(problems(&long)[0], Problem::TooLong { found: 627 });
}

/// A wrong length behind which the rest happens to line up, as users reported it.
#[test]
fn reported_lengths() {
    let issued = |element, at, declared, found| {
        [Problem::WrongLength { element, at, declared, found, cause: LengthCause::Issued }]
    };
    let one_digit = "00020126330014br.gov.bcb.pix011176109277673520400005303986540510.005802BR598LOJA SOL6009SAO PAULO62070503***630496C2";
    let form = Problem::LengthForm { element: ElementPath::root(59), at: at(one_digit, "598LOJA"), found: 8 };
    assert_eq!(problems(one_digit), [form]);
    let blanks = "00020126330014br.gov.bcb.pix011176109277673520400005303986540510.005802BR5919LojaDeRoupasLtda6009SAO PAULO62070503***63044D4C";
    assert_eq!(problems(blanks), issued(ElementPath::root(59), at(blanks, "5919"), 19, 16));
    let template = "00020126360014br.gov.bcb.pix011176109277673520400005303986540510.005802BR5912LOJA EXEMPLO6009SAO PAULO62070503***6304E0F0";
    assert_eq!(problems(template), issued(ElementPath::root(26), 6, 36, 33));
    // The next element is swallowed whole, so that 62 seems to be missing.
    let swallowed = sealed(&STATIC_OPEN[..104].replace("6009SAO PAULO", "6013SAO PAULO"));
    assert_eq!(problems(&swallowed), issued(ElementPath::root(60), 80, 13, 9));
    // An accent does not hide it.
    let accent = sealed(&STATIC_OPEN[..104].replace("5912LOJA EXEMPLO", "5907JOÃO"));
    let printable = Problem::NotPrintable { element: ElementPath::root(59), at: 70 };
    assert_eq!(problems(&accent), [issued(ElementPath::root(59), 64, 7, 5).as_slice(), &[printable]].concat());
}

/// A reading that is whole has its own problems, and another is not made up for them.
#[test]
fn whole_readings_stay() {
    for code in [
        code_with(&[(62, "")]),
        code_with(&[(59, "COMERCIO DE EXEMPLOS LTDA.")]),
        sealed(&format!("{}5802BR", &STATIC_OPEN[..104])),
    ] {
        let blames = |problem: &Problem| matches!(problem, Problem::WrongLength { .. } | Problem::LengthForm { .. });
        assert!(!problems(&code).iter().any(blames), "{code}");
    }
}
