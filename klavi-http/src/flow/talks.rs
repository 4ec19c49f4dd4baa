//! What is remembered of payments, tokens and webhooks: fingerprints and marks, in bounded tables.

use super::fields::{Centavos, Print, Status};
use crate::recent::Recent;
use std::collections::HashMap;

/// An event, and when it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) event: u64,
    /// In milliseconds of Unix time, as whoever wrote the event says: any number.
    pub(super) at: Option<i64>,
}

impl Mark {
    /// How many milliseconds it was after a moment; nothing if either is not known, or it was before.
    pub(super) fn after(self, moment: Option<i64>) -> Option<u64> {
        let (now, moment) = self.at.zip(moment)?;
        (now >= moment).then(|| now.abs_diff(moment))
    }
}

/// What is remembered of a payment.
#[derive(Debug, Clone)]
pub(super) struct Talk {
    pub(super) request_id: Option<Print>,
    /// The request that created it, however it was laid out.
    pub(super) body: Option<Print>,
    pub(super) payment: Option<Print>,
    pub(super) end_to_end_id: Option<Print>,
    pub(super) same: Option<Print>,
    pub(super) amount: Option<Centavos>,
    pub(super) currency: Option<Print>,
    /// The first event.
    pub(super) created: Mark,
    /// The event that told the last status.
    pub(super) told: Mark,
    /// The last time that the status was asked for.
    pub(super) asked: Option<Mark>,
    pub(super) status: Status,
    /// Whether the creation was answered: a request without an answer may be sent again.
    pub(super) is_answered: bool,
    /// Whether the creation was refused.
    pub(super) is_refused: bool,
    pub(super) environment: Option<&'static str>,
}

impl Talk {
    pub(super) fn new(mark: Mark) -> Self {
        Self {
            request_id: None,
            body: None,
            payment: None,
            end_to_end_id: None,
            same: None,
            amount: None,
            currency: None,
            created: mark,
            told: mark,
            asked: None,
            status: Status::NONE,
            is_answered: false,
            is_refused: false,
            environment: None,
        }
    }
}

/// The payments: as many as there is room for, found by their ids.
#[derive(Debug)]
pub(super) struct Talks {
    open: Vec<Talk>,
    most: usize,
    /// The place of the oldest, when there is no room.
    oldest: usize,
    by_request: HashMap<Print, usize>,
    by_payment: HashMap<Print, usize>,
    by_end_to_end: HashMap<Print, usize>,
    by_same: HashMap<Print, usize>,
    pub(super) forgotten: u64,
}

impl Talks {
    pub(super) fn new(most: usize) -> Self {
        let map = HashMap::new;
        Self {
            open: Vec::new(),
            most: most.max(1),
            oldest: 0,
            by_request: map(),
            by_payment: map(),
            by_end_to_end: map(),
            by_same: map(),
            forgotten: 0,
        }
    }

    /// Begins to remember a payment; gives its place, and the one that was forgotten for it.
    pub(super) fn add(&mut self, talk: Talk) -> (usize, Option<Talk>) {
        let (place, forgotten) = if self.open.len() < self.most {
            self.open.push(talk);
            (self.open.len() - 1, None)
        } else {
            let place = self.oldest;
            self.oldest = (place + 1) % self.most;
            self.forget(place);
            (place, Some(std::mem::replace(&mut self.open[place], talk)))
        };
        self.index(place);
        (place, forgotten)
    }

    fn forget(&mut self, place: usize) {
        self.forgotten += 1;
        for (map, name) in self.names(place) {
            // A later payment may have taken the name over.
            if map.get(&name) == Some(&place) {
                map.remove(&name);
            }
        }
    }

    /// Makes a payment known by all the names that it has by now.
    pub(super) fn index(&mut self, place: usize) {
        for (map, name) in self.names(place) {
            map.insert(name, place);
        }
    }

    /// The names of a payment, each with the map that it belongs into.
    fn names(&mut self, place: usize) -> impl Iterator<Item = (&mut HashMap<Print, usize>, Print)> {
        let talk = &self.open[place];
        let names = [
            (&mut self.by_request, talk.request_id),
            (&mut self.by_payment, talk.payment),
            (&mut self.by_end_to_end, talk.end_to_end_id),
            (&mut self.by_same, talk.same),
        ];
        names.into_iter().filter_map(|(map, name)| Some((map, name?)))
    }

    pub(super) fn get(&self, place: usize) -> &Talk {
        &self.open[place]
    }

    pub(super) fn get_mut(&mut self, place: usize) -> &mut Talk {
        &mut self.open[place]
    }

    pub(super) fn by_request(&self, id: Print) -> Option<usize> {
        self.by_request.get(&id).copied()
    }

    pub(super) fn by_payment(&self, id: Print) -> Option<usize> {
        self.by_payment.get(&id).copied()
    }

    pub(super) fn by_end_to_end(&self, id: Print) -> Option<usize> {
        self.by_end_to_end.get(&id).copied()
    }

    pub(super) fn by_same(&self, same: Print) -> Option<usize> {
        self.by_same.get(&same).copied()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Talk> {
        self.open.iter()
    }
}

/// Access tokens: when each ends, in milliseconds, where it is for, and which event gave it.
#[derive(Debug)]
pub(super) struct Tokens(Recent<Print, Token>);

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) end: Option<i64>,
    pub(super) environment: Option<&'static str>,
    pub(super) event: u64,
}

impl Tokens {
    pub(super) fn new(most: usize) -> Self {
        Self(Recent::new(most))
    }

    pub(super) fn add(&mut self, token: Print, known: Token) {
        self.0.put(token, known);
    }

    pub(super) fn get(&self, token: Print) -> Option<Token> {
        self.0.get(&token).copied()
    }
}

/// Webhooks that came.
#[derive(Debug)]
pub(super) struct Webhooks(Recent<Print, u64>);

impl Webhooks {
    pub(super) fn new(most: usize) -> Self {
        Self(Recent::new(most))
    }

    /// The event of the same webhook, if it came before.
    pub(super) fn seen(&mut self, body: Print, event: u64) -> Option<u64> {
        let before = self.0.get(&body).copied();
        if before.is_none() {
            self.0.put(body, event);
        }
        before
    }
}
