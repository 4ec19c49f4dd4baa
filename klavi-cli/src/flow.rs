//! `--flow`: the calls and webhooks of payments together, over lines of exchanges and HAR files.

use crate::input::events::{Events, calls, events, kind};
use crate::input::expand::Input;
use crate::input::inputs::Reading;
use crate::input::item::Content;
use crate::input::open::{self, Stream};
use crate::input::stream::StreamDocuments;
use crate::model::choices::InputFormat;
use crate::model::meter::Meter;
use crate::model::summary::Status;
use crate::model::unchecked::UncheckedReason;
use crate::report::flow::{Counts, FlowFormat, FlowReport, Spot};
use crate::report::output;
use crate::report::render::Style;
use crate::settings::config::ConfigFile;
use crate::settings::flags::Args;
use crate::settings::help;
use crate::settings::resolve::{RequestedReport, Settings};
use crate::text::usage_error::{UsageError, report_usage_error};
use klavi_core::Severity;
use klavi_http::flow::{Flow, FlowOptions, read_event};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// Joins the events of all inputs, in their order, and tells what is wrong between them.
pub fn run(args: &Args, matches: &clap::ArgMatches, config: &ConfigFile) -> Result<Status, UsageError> {
    let settings = Settings::resolve(args, matches, config)?;
    let format = |(target, style): (RequestedReport, Style)| {
        let format = FlowFormat::named(target.format.name).ok_or(UsageError::FlowOutput)?;
        Ok((target.place, format, style))
    };
    let reports = settings.reports.into_iter().map(format).collect::<Result<Vec<_>, UsageError>>()?;
    let Some(inputs) = settings.inputs else {
        let _ = write!(io::stderr(), "{}", help::short(settings.lang));
        return Ok(Status::Usage);
    };
    // A secret is never an argument: those can be read by others.
    let secret = std::env::var_os("VALIDATE_WEBHOOK_SECRET").filter(|secret| !secret.is_empty());
    let secret = secret.map(std::ffi::OsString::into_encoded_bytes);
    let most = match settings.options.max_findings {
        0 => usize::MAX,
        most => most,
    };
    let open = reports.into_iter().map(|(place, format, style)| FlowReport::open(place, format, style, most));
    let reports = open.collect::<Result<_, UsageError>>()?;
    // Without a handler an interrupt still ends the process, only less kindly.
    let _ = ctrlc::set_handler(|| {
        output::abandon();
        std::process::exit(i32::from(Status::Interrupted as u8))
    });
    let mut run = FlowRun {
        flow: Flow::new(FlowOptions::default().with_secret(secret).with_levels(settings.options.levels)),
        places: Places::default(),
        counts: Counts::default(),
        reports,
        reading: settings.reading,
    };
    for input in &inputs {
        run.input(input);
    }
    Ok(run.end(args.allow_empty, settings.lang))
}

struct FlowRun {
    flow: Flow,
    places: Places,
    counts: Counts,
    reports: Vec<FlowReport>,
    reading: Reading,
}

impl FlowRun {
    fn input(&mut self, input: &Input) {
        match input {
            Input::Stdin => {
                let name = self.reading.stdin_name.clone().unwrap_or_else(|| "-".to_owned());
                self.stream(&name, open::stdin());
            }
            Input::Path(path) => self.file(path),
            Input::Found(path, walk) => {
                // A folder holds other files too.
                if matches!(kind(path, &self.reading), Some(InputFormat::Har | InputFormat::Jsonl)) {
                    walk.note_document();
                    self.file(path);
                }
            }
            Input::End(path, walk) if walk.is_fruitless() => self.nothing(path, &UncheckedReason::NoMatch),
            Input::End(..) => {}
            Input::Problem(path, why) => self.nothing(path, why),
        }
    }

    fn file(&mut self, path: &Path) {
        self.stream(&path.to_string_lossy(), open::file(path, &Arc::new(Meter::new(None))));
    }

    fn nothing(&mut self, path: &Path, why: &UncheckedReason) {
        self.places.begin(path.to_string_lossy().into_owned());
        self.unchecked(None, why);
    }

    fn stream(&mut self, name: &str, opened: io::Result<Stream>) {
        if self.is_lost() {
            return;
        }
        self.places.begin(name.to_owned());
        let kind = kind(Path::new(name), &self.reading);
        match opened.and_then(|stream| events(name, stream, kind, self.reading.max_bytes)) {
            Ok(Events::Lines(lines)) => self.lines(lines),
            Ok(Events::Calls(text)) => self.calls(&text),
            Err(error) => self.unchecked(None, &UncheckedReason::from(&error)),
        }
        self.tell();
    }

    fn lines(&mut self, lines: StreamDocuments) {
        for batch in lines {
            for item in batch.items {
                let event = self.places.event(item.start.line.into());
                let most = self.reading.max_bytes;
                match item.content {
                    Content::Text(range) if range.len() > most => {
                        self.unchecked(Some(event), &UncheckedReason::TooLarge(most));
                    }
                    Content::Text(range) => {
                        let read = read_event(&batch.bytes[range], |read| self.flow.event(event, read));
                        match read {
                            Ok(is_of_api) => self.counts.events += u64::from(is_of_api),
                            Err(error) => self.unchecked(Some(event), &UncheckedReason::NoExchange(error.at)),
                        }
                    }
                    Content::Unchecked(why) => self.unchecked(Some(event).filter(|_| !why.is_empty()), &why),
                    _ => {}
                }
            }
            self.tell();
            if self.is_lost() {
                return;
            }
        }
    }

    fn calls(&mut self, text: &[u8]) {
        self.places.is_har();
        calls(text, |number, call| {
            let event = number.map(|number| self.places.event(number + 1));
            match (event, call) {
                (Some(event), Ok(exchange)) => {
                    self.counts.events += u64::from(self.flow.exchange(event, exchange));
                }
                (_, Err(why)) => self.unchecked(event, &why),
                (None, Ok(_)) => {}
            }
        });
    }

    /// Tells what could not be read: an event, or the whole file.
    fn unchecked(&mut self, event: Option<u64>, why: &UncheckedReason) {
        self.counts.unchecked += 1;
        self.counts.empty += u64::from(why.is_empty());
        let spot = event.map_or_else(|| self.places.file(), |event| self.places.spot(event));
        self.reports.iter_mut().for_each(|report| report.unchecked(&spot, why));
    }

    /// Tells what was found so far.
    fn tell(&mut self) {
        for finding in self.flow.take() {
            match finding.severity {
                Severity::Error => self.counts.errors += 1,
                Severity::Warning => self.counts.warnings += 1,
            }
            let spot = self.places.spot(finding.place.event);
            let cause = finding.place.cause.map(|cause| self.places.spot(cause));
            self.reports.iter_mut().for_each(|report| report.finding(&finding, &spot, cause.as_ref()));
        }
        self.reports.iter_mut().for_each(FlowReport::flush);
    }

    /// Whether nobody reads any report.
    fn is_lost(&self) -> bool {
        self.reports.iter().all(FlowReport::is_lost)
    }

    fn end(mut self, allow_empty: bool, lang: klavi_validate::Lang) -> Status {
        self.flow.end();
        self.tell();
        self.counts.forgotten = self.flow.forgotten();
        let (counts, is_lost) = (self.counts, self.reports.iter().any(FlowReport::is_lost));
        let mut has_failed = false;
        for complaint in self.reports.into_iter().filter_map(|report| report.close(&counts)) {
            report_usage_error(&complaint, lang);
            has_failed = true;
        }
        match counts {
            _ if has_failed || is_lost => Status::Unchecked,
            Counts { unchecked, empty, .. } if unchecked > empty => Status::Unchecked,
            Counts { events: 0, .. } | Counts { empty: 1.., .. } if !allow_empty => Status::Empty,
            Counts { errors: 1.., .. } => Status::Invalid,
            _ => Status::Valid,
        }
    }
}

/// Where events stand: the files, and of each the number below that of its first event.
#[derive(Default)]
struct Places {
    files: Vec<EventFile>,
    /// The largest number so far.
    last: u64,
}

struct EventFile {
    name: String,
    before: u64,
    is_har: bool,
}

impl Places {
    /// Begins a file.
    fn begin(&mut self, name: String) {
        self.files.push(EventFile { name, before: self.last, is_har: false });
    }

    /// The events of the file are the entries of a HAR file.
    fn is_har(&mut self) {
        self.files.iter_mut().next_back().into_iter().for_each(|file| file.is_har = true);
    }

    /// The number of the event at this place of the file, counted from 1.
    fn event(&mut self, place: u64) -> u64 {
        self.last = self.files.last().map_or(0, |file| file.before) + place;
        self.last
    }

    /// The file that was begun last.
    fn file(&self) -> Spot<'_> {
        Spot { file: self.files.last().map_or("", |file| &file.name), line: None, entry: None }
    }

    fn spot(&self, event: u64) -> Spot<'_> {
        let index = self.files.partition_point(|file| file.before < event).saturating_sub(1);
        let Some(EventFile { name, before, is_har }) = self.files.get(index) else { return self.file() };
        let place = event - before;
        let (line, entry) = if *is_har { (None, Some(place - 1)) } else { (Some(place), None) };
        Spot { file: name, line, entry }
    }
}
