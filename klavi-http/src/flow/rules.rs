//! The rules between events.

use super::documented::DOCUMENTED;
use super::fields::{Fields, Print, Status};
use super::talks::{Mark, Talk, Token};
use super::{Exchange, Flow, Webhook};
use crate::webhook::{SIGNATURE, TIMESTAMP, VerifyOptions, verify};
use http::{HeaderMap, HeaderValue};
use klavi_validate::operations::{Operation, environment, operation, split};
use klavi_validate::runtime::Code;
use klavi_validate::sentence::{Argument, Sentence};

/// Where an answer of a payment comes from.
const REQUEST: &str = "request";
const ANSWER: &str = "response";
const WEBHOOK: &str = "webhook";

impl Flow {
    /// Takes the next request with its answer. Calls that are none of the API, by method and path, are passed over; gives
    /// whether this is one.
    pub fn exchange(&mut self, number: u64, exchange: &Exchange<'_>) -> bool {
        let Some((host, path)) = split(exchange.url) else { return false };
        let Some(operation) = operation(exchange.method, path) else { return false };
        self.call(number, host, path, operation, exchange);
        true
    }

    fn call(&mut self, number: u64, host: &str, path: &str, operation: &'static Operation, exchange: &Exchange<'_>) {
        let mark = Mark { event: number, at: exchange.at };
        let environment = environment(host).map(|known| &*known.name);
        let answer = Fields::of(exchange.answer);
        let is_success = exchange.status.is_some_and(|status| status / 100 == 2);
        if &*operation.name == "auth" {
            if is_success {
                self.remember_token(mark, environment, &answer);
            }
            return;
        }
        self.judge_token(mark, environment, exchange.authorization);
        let place = if operation.request().is_some() {
            self.create(mark, environment, exchange)
        } else {
            let id = operation.parameters(path).find(|(name, _)| *name == "id").map(|(_, id)| Print::of(id.as_bytes()));
            let Some(id) = id else { return };
            Some(self.ask(mark, environment, operation, id))
        };
        if let Some(place) = place.filter(|_| is_success) {
            self.answer(place, mark, &answer, ANSWER);
        }
    }

    /// Takes the next webhook.
    pub fn webhook(&mut self, number: u64, webhook: &Webhook<'_>) {
        let mark = Mark { event: number, at: webhook.at };
        if let Some(secret) = self.options.secret.clone() {
            let now = webhook.at.and_then(|at| u64::try_from(at / 1000).ok());
            let known = &self.options.verify;
            let options = VerifyOptions { tolerance: known.tolerance.filter(|_| now.is_some()), ..*known };
            let headers = [(SIGNATURE, webhook.signature), (TIMESTAMP, webhook.timestamp)];
            if let Err(reason) = verify(webhook.body, &of(&headers), &secret.0, now.unwrap_or_default(), &options) {
                self.tell(
                    Code::WebhookSignature,
                    number,
                    None,
                    WEBHOOK,
                    vec![("reason", Sentence::new(reason.words(), Vec::new()).into())],
                );
                // Nothing of it is believed.
                return;
            }
        }
        if let Some(before) = self.webhooks.seen(Print::of_json(webhook.body), number) {
            self.tell(Code::WebhookRepeated, number, Some(before), WEBHOOK, Vec::new());
            return;
        }
        let fields = Fields::of(webhook.body);
        let by_id = fields.id.0.and_then(|id| self.talks.by_payment(id));
        let by_request = || fields.client_request_id.0.and_then(|id| self.talks.by_request(id));
        let by_end_to_end = || fields.end_to_end_id.0.and_then(|id| self.talks.by_end_to_end(id));
        if let Some(place) = by_id.or_else(by_request).or_else(by_end_to_end) {
            self.answer(place, mark, &fields, WEBHOOK);
        }
    }

    pub(super) fn tell_unfinished(&mut self) {
        let left: Vec<_> = self.talks.all().map(|talk| (talk.told, talk.status)).collect();
        for (told, status) in left {
            self.tell_end(told, status);
        }
    }

    /// Tells of a payment that nothing more is heard of, or that is forgotten to make room for another.
    fn tell_end(&mut self, told: Mark, status: Status) {
        if status != Status::NONE && !status.is_final() {
            self.tell(Code::NoFinalStatus, told.event, None, ANSWER, vec![("before", name(status))]);
        }
    }

    /// Begins to remember a payment.
    fn remember(&mut self, talk: Talk) -> usize {
        let (place, forgotten) = self.talks.add(talk);
        if let Some(Talk { told, status, .. }) = forgotten {
            self.tell_end(told, status);
        }
        place
    }

    fn remember_token(&mut self, mark: Mark, environment: Option<&'static str>, answer: &Fields<'_>) {
        let Some(token) = answer.access_token.0 else { return };
        let milliseconds = |seconds: u64| i64::try_from(seconds).ok()?.checked_mul(1000);
        let by_length = || mark.at?.checked_add(milliseconds(answer.expire_in.0?)?);
        let end = answer.expire_at.0.and_then(milliseconds).or_else(by_length);
        self.tokens.add(token, Token { end, environment, event: mark.event });
    }

    fn judge_token(&mut self, mark: Mark, environment: Option<&'static str>, authorization: Option<&str>) {
        let token = authorization.and_then(|value| value.split_once(' ')).map(|(_, token)| Print::of(token.as_bytes()));
        let Some(token) = token.and_then(|token| self.tokens.get(token)) else { return };
        if let Some(late) = mark.after(token.end).filter(|late| *late > 0) {
            let args = vec![("seconds", (late / 1000).into())];
            self.tell(Code::TokenExpired, mark.event, Some(token.event), REQUEST, args);
        }
        self.judge_environment(mark, token.environment, token.event, environment);
    }

    fn judge_environment(&mut self, mark: Mark, before: Option<&'static str>, event: u64, now: Option<&'static str>) {
        if let (Some(before), Some(now)) = (before, now)
            && before != now
        {
            let args = vec![("environment", now.into()), ("before", before.into())];
            self.tell(Code::EnvironmentMixed, mark.event, Some(event), REQUEST, args);
        }
    }

    /// A request that creates something under an id of the partner's; gives the payment that it is about.
    fn create(&mut self, mark: Mark, environment: Option<&'static str>, exchange: &Exchange<'_>) -> Option<usize> {
        let fields = Fields::of(exchange.request);
        let id = fields.client_request_id.0?;
        let body = Print::of_json(exchange.request);
        // Without an answer, and after an error of the server, nobody knows whether the request got through.
        let is_answered = exchange.status.is_some_and(|status| status < 500 && status != 429);
        let is_refused = exchange.status.is_some_and(|status| status / 100 == 4 && status != 409 && status != 429);
        if let Some(place) = self.talks.by_request(id) {
            let known = self.talks.get(place).clone();
            self.judge_environment(mark, known.environment, known.created.event, environment);
            if known.body.is_some_and(|known| known != body) && !known.is_refused {
                self.tell(
                    Code::RequestIdReused,
                    mark.event,
                    Some(known.created.event),
                    "request#/clientRequestId",
                    Vec::new(),
                );
                return None;
            }
            if known.is_answered && !known.is_refused {
                self.tell(
                    Code::RequestIdRepeated,
                    mark.event,
                    Some(known.created.event),
                    "request#/clientRequestId",
                    Vec::new(),
                );
            }
            let talk = self.talks.get_mut(place);
            (talk.is_answered, talk.is_refused, talk.body) = (known.is_answered || is_answered, is_refused, Some(body));
            return Some(place);
        }
        let same = fields.payment();
        if let Some(twin) = same.and_then(|same| self.talks.by_same(same)).map(|place| self.talks.get(place)) {
            // Who tries again after a failure does not pay twice.
            let has_failed = twin.is_refused || twin.status.is_final() && !twin.status.is("PAYMENT_COMPLETED");
            if !has_failed {
                let cause = Some(twin.created.event);
                self.tell(Code::ProbableDuplicate, mark.event, cause, "request#/clientRequestId", Vec::new());
            }
        }
        Some(self.remember(Talk {
            request_id: Some(id),
            body: Some(body),
            same,
            amount: fields.amount.0,
            currency: fields.currency.0,
            is_answered,
            is_refused,
            environment,
            ..Talk::new(mark)
        }))
    }

    /// A question about a payment; gives the payment.
    fn ask(&mut self, mark: Mark, environment: Option<&'static str>, operation: &Operation, id: Print) -> usize {
        let place = self.talks.by_payment(id);
        let place = place.unwrap_or_else(|| self.remember(Talk { payment: Some(id), environment, ..Talk::new(mark) }));
        let talk = self.talks.get(place).clone();
        self.judge_environment(mark, talk.environment, talk.created.event, environment);
        // The whole payment may be read at any time.
        if operation.name != "get-payment-status" {
            return place;
        }
        if talk.status.is_final() {
            let args = vec![("before", name(talk.status))];
            self.tell(Code::PolledAfterFinal, mark.event, Some(talk.told.event), REQUEST, args);
        } else if let Some(asked) = talk.asked
            && let Some(distance) = mark.after(asked.at)
            && distance < DOCUMENTED.poll_milliseconds
        {
            let args = vec![("milliseconds", distance.into())];
            self.tell(Code::PolledTooFast, mark.event, Some(asked.event), REQUEST, args);
        }
        self.talks.get_mut(place).asked = Some(mark);
        place
    }

    /// What an answer or a webhook says of a payment.
    fn answer(&mut self, place: usize, mark: Mark, fields: &Fields<'_>, from: &'static str) {
        let talk = self.talks.get(place).clone();
        let compared = [
            ("clientRequestId", talk.request_id, fields.client_request_id.0),
            ("id", talk.payment, fields.id.0),
            ("amount", talk.amount.map(|amount| Print(amount.0)), fields.amount.0.map(|amount| Print(amount.0))),
            ("currency", talk.currency, fields.currency.0),
            ("endToEndId", talk.end_to_end_id, fields.end_to_end_id.0),
        ];
        for (field, known, given) in compared {
            if known.is_some() && given.is_some() && known != given {
                let args = vec![("field", field.into())];
                self.tell(Code::AnswerMismatch, mark.event, Some(talk.created.event), from, args);
            }
        }
        if let Some(status) = fields.status.0 {
            self.judge_status(&talk, status, mark, from);
        }
        let known = self.talks.get_mut(place);
        known.request_id = talk.request_id.or(fields.client_request_id.0);
        known.payment = talk.payment.or(fields.id.0);
        known.amount = talk.amount.or(fields.amount.0);
        known.currency = talk.currency.or(fields.currency.0);
        known.end_to_end_id = talk.end_to_end_id.or(fields.end_to_end_id.0);
        // A status that came too late does not count.
        let is_late = |status: Status| known.status.is_final() || status.is_before(known.status);
        if let Some(status) = fields.status.0.filter(|status| !is_late(*status)) {
            (known.status, known.told) = (status, mark);
        }
        self.talks.index(place);
    }

    fn judge_status(&mut self, talk: &Talk, status: Status, mark: Mark, from: &'static str) {
        if talk.status == Status::NONE || talk.status == status {
            return;
        }
        let args = vec![("status", name(status)), ("before", name(talk.status))];
        if talk.status.is_final() {
            self.tell(Code::StatusRegression, mark.event, Some(talk.told.event), from, args);
        } else if status.is_before(talk.status) {
            self.tell(Code::StatusOrder, mark.event, Some(talk.told.event), from, args);
        } else if talk.status.is("CONSENT_AWAITING_AUTHORIZATION") && talk.status.is_before(status) {
            let waited = talk.told.after(talk.created.at);
            if waited.is_some_and(|waited| waited > DOCUMENTED.consent_minutes * 60_000) {
                let args = vec![("status", name(status)), ("minutes", DOCUMENTED.consent_minutes.into())];
                self.tell(Code::ConsentExpired, mark.event, Some(talk.created.event), from, args);
            }
        }
    }
}

fn name(status: Status) -> Argument<'static> {
    status.name().into()
}

fn of(headers: &[(&'static str, Option<&str>)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
            map.insert(*name, value);
        }
    }
    map
}
