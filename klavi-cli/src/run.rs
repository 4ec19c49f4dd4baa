//! One run: from what is asked for to documents, reports and an exit status.

use crate::check::Checker;
use crate::input::expand::total_bytes;
use crate::input::inputs::Inputs;
use crate::model::destination::Destination;
use crate::model::meter::Meter;
use crate::model::summary::Status;
use crate::pipeline::{Run, lock};
use crate::report::output;
use crate::report::progress::Progress;
use crate::report::render::{Render, Style};
use crate::report::sinks::Reports;
use crate::settings::config::ConfigFile;
use crate::settings::flags::Args;
use crate::settings::help;
use crate::settings::resolve::{RequestedReport, Settings};
use crate::text::usage_error::{UsageError, report_usage_error};
use klavi_validate::Lang;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Once};
use std::time::Duration;

/// The configuration that the arguments ask for.
pub fn config(args: &Args) -> Result<ConfigFile, UsageError> {
    if args.no_config { Ok(ConfigFile::default()) } else { ConfigFile::find(args.config.as_deref()) }
}

/// How a run ended.
pub struct Done {
    pub status: Status,
    /// Somebody reads the reports.
    pub has_reader: bool,
}

/// Checks everything once.
pub fn once(args: &Args, matches: &clap::ArgMatches, config: &ConfigFile) -> Result<Done, UsageError> {
    let settings = Settings::resolve(args, matches, config)?;
    let Some(inputs) = settings.inputs else {
        let _ = write!(io::stderr(), "{}", help::short(settings.lang));
        return Ok(Done { status: Status::Usage, has_reader: true });
    };
    let render = |(target, style): (RequestedReport, Style)| (target.place, Arc::from((target.format.render)(style)));
    let reports: Vec<(Destination, Arc<dyn Render>)> = settings.reports.into_iter().map(render).collect();
    let renders = reports.iter().map(|(_, render)| Arc::clone(render)).collect();
    let selector = Arc::new(settings.selector);
    let total = settings.shows_progress.then(|| total_bytes(&inputs)).flatten();
    let meter = Arc::new(Meter::new(total));
    let progress = Progress::new(settings.shows_progress, settings.lang, Arc::clone(&meter));
    let reports = Reports::open(reports, progress)?;
    let inputs = Inputs::new(inputs, settings.reading, Arc::clone(&selector), meter);
    let jobs = if inputs.is_small() { 1 } else { settings.jobs };
    let run = Run {
        checker: Checker { options: settings.options, selector, pointer: settings.pointer },
        renders,
        reports: Arc::new(Mutex::new(reports)),
        fail_fast: args.fail_fast,
        allow_empty: args.allow_empty,
    };
    obey_interrupts(&run.reports);
    run.all(inputs, jobs);
    let status = close(&run.reports, args.allow_empty, settings.lang);
    let has_reader = !lock(&run.reports).are_closed();
    Ok(Done { status, has_reader })
}

/// Ends the reports and gives the exit status.
fn close(reports: &Mutex<Reports>, allow_empty: bool, lang: Lang) -> Status {
    let mut reports = lock(reports);
    let summary = reports.finish(false);
    for remark in reports.remarks() {
        let _ = writeln!(io::stderr(), "validate: {remark}");
    }
    let mut has_failed = false;
    for failure in reports.failures() {
        has_failed = true;
        report_usage_error(&failure, lang);
    }
    match summary.status(allow_empty) {
        Status::Interrupted => Status::Interrupted,
        _ if has_failed => Status::Unchecked,
        status => status,
    }
}

/// On the first interrupt ends the reports where they stand and the process; on the second only the process.
fn obey_interrupts(reports: &Arc<Mutex<Reports>>) {
    static INSTALLED: Once = Once::new();
    /// The reports of the latest run.
    static REPORTS: Mutex<Option<Arc<Mutex<Reports>>>> = Mutex::new(None);
    *lock(&REPORTS) = Some(Arc::clone(reports));
    // Without a handler an interrupt still ends the process, only less kindly.
    INSTALLED.call_once(|| _ = ctrlc::set_handler(|| interrupted(lock(&REPORTS).clone())));
}

fn interrupted(reports: Option<Arc<Mutex<Reports>>>) {
    static INTERRUPTED: AtomicBool = AtomicBool::new(false);
    if !INTERRUPTED.swap(true, Ordering::SeqCst)
        && let Some(reports) = reports
    {
        // A report that cannot be written in this time has a reader that does not read.
        for _ in 0..200 {
            if let Ok(mut reports) = reports.try_lock() {
                reports.finish(true);
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    output::abandon();
    std::process::exit(i32::from(Status::Interrupted as u8));
}
