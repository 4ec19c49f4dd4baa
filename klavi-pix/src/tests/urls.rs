//! Web addresses.

use super::super::{UrlError, url};

#[test]
fn addresses() {
    for text in [
        "https://shop.example/return?order=1&a=b#c",
        "HTTP://shop.example",
        "https://[::1]:3000/",
        "shop.example:/return",
        "a+b-c.1://x",
        "https://shop.example/%C3%a9/%25",
    ] {
        assert_eq!(url::check(text), Ok(()), "{text}");
    }
    for (text, error) in [
        ("", UrlError::NoScheme),
        ("shop.example", UrlError::NoScheme),
        (":/return", UrlError::NoScheme),
        ("1a://x", UrlError::NoScheme),
        ("a_b://x", UrlError::NoScheme),
        ("https:shop.example", UrlError::NoScheme),
        ("localhost:3000/return", UrlError::NoScheme),
        // Only what is not of the web goes without a host.
        ("https:/return", UrlError::NoHost { at: 6 }),
        ("Http:/return", UrlError::NoHost { at: 5 }),
        ("https://", UrlError::NoHost { at: 8 }),
        ("https:///return", UrlError::NoHost { at: 8 }),
        ("http://?a", UrlError::NoHost { at: 7 }),
        ("shop://#a", UrlError::NoHost { at: 7 }),
        ("https://shop.example/a b", UrlError::Character { at: 22 }),
        ("https://shop.example/%20/é", UrlError::Character { at: 25 }),
        ("https://shop.example/\\", UrlError::Character { at: 21 }),
        ("https://shop.example/%20%2", UrlError::Percent { at: 24 }),
        ("https://shop.example/%2g", UrlError::Percent { at: 21 }),
        ("https://shop.example/%g2", UrlError::Percent { at: 21 }),
    ] {
        assert_eq!(url::check(text), Err(error), "{text}");
    }
}
