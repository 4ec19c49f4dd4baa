//! The rules that hold between its elements and the transaction id.

use super::super::{PixKeyRef, ispb, scan, transaction_id};
use super::content::NO_TXID;
use super::reader::Reader;
use super::tlv::Element;
use super::{BrCodeProblem, FixedValue};

/// Most characters of a key or URL: what the template has left beside its name.
const MAX_KEY_OR_URL: usize = 77;

impl<'a> Reader<'a, '_> {
    /// The rules that need the whole code: which kind it is, and what goes with that kind.
    pub(super) fn pix_rules(&mut self) {
        let Some(pix) = self.pix else {
            if !self.pix_unreadable {
                self.report(BrCodeProblem::NotPix);
            }
            return;
        };
        let value = |element: Option<Element<'a>>| element.map(|element| element.value);
        self.code.key = value(pix.key);
        self.code.information = value(pix.information);
        self.code.facilitator = value(pix.facilitator);
        self.code.url = value(pix.url);
        if self.listener.is_none() {
            return;
        }
        match (pix.key, pix.url) {
            (Some(_), Some(_)) => self.report(BrCodeProblem::KeyAndUrl { at: pix.at }),
            (None, None) if !self.code.is_composite() => self.report(BrCodeProblem::NoKeyOrUrl { at: pix.at }),
            // The three shapes of a composite code: no charge, one at once, one with a due date. The last two have a URL.
            (Some(_), None) if self.code.is_composite() => self.report(BrCodeProblem::KeyAndRecurrence { at: pix.at }),
            _ => {}
        }
        if let Some(key) = pix.key {
            self.key(&key);
        }
        if let Some(url) = pix.url {
            self.url(&url);
            for element in [pix.information, pix.facilitator].into_iter().flatten() {
                self.report(BrCodeProblem::StaticOnly { element: element.path, at: element.at });
            }
        }
        if let Some(facilitator) = pix.facilitator {
            self.facilitator(&facilitator);
        }
        if let Some(txid) = self.txid {
            self.txid(&txid, pix.key.is_some() && pix.url.is_none());
        }
    }

    fn key(&mut self, key: &Element<'a>) {
        if !self.length(key, 1, MAX_KEY_OR_URL) {
            return;
        }
        match PixKeyRef::parse(key.value).map(PixKeyRef::canonical) {
            Ok(Ok(())) => {}
            Ok(Err(difference)) => self.report(BrCodeProblem::KeyNotCanonical { at: key.at, difference }),
            Err(error) => self.report(BrCodeProblem::Key { at: key.at, error }),
        }
    }

    /// A URL is written without scheme.
    pub(super) fn url(&mut self, url: &Element<'a>) {
        self.length(url, 1, MAX_KEY_OR_URL);
        if let Some(at) = scan::first_not(url.value, &scan::GRAPHIC) {
            self.report(BrCodeProblem::UrlCharacter { element: url.path, at: url.value_at + at });
        }
        if url.value.contains("://") {
            self.report(BrCodeProblem::UrlScheme { element: url.path, at: url.at });
        }
    }

    /// API Pix 2.9.0 has the ISPB with letters as well, as `endToEndId` does.
    fn facilitator(&mut self, facilitator: &Element<'a>) {
        let is_ispb = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        if self.length(facilitator, ispb::LENGTH, ispb::LENGTH) && !facilitator.value.bytes().all(is_ispb) {
            let (element, at) = (facilitator.path, facilitator.at);
            self.report(BrCodeProblem::Value { element, at, expected: FixedValue::Ispb });
        }
    }

    /// Three asterisks stand for none; a dynamic code has no other, as the id comes with the charge.
    fn txid(&mut self, txid: &Element<'a>, is_static: bool) {
        if txid.value == NO_TXID {
            return;
        }
        if !is_static {
            return self.report(BrCodeProblem::TxidInDynamic { at: txid.at });
        }
        self.length(txid, 1, transaction_id::MAX_STATIC_LENGTH);
        if let Some(at) = scan::first_not(txid.value, &scan::LETTERS_AND_DIGITS) {
            self.report(BrCodeProblem::TxidCharacter { at: txid.value_at + at });
        }
    }
}
