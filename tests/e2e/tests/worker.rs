//! The worker of the built app: with no network, does it do its errands right, and how long does it take?

use e2e::{Looks, Page, Site, each_engine};
use obverse_core::errand::{Answer, Errand, Refusal, run};
use obverse_core::seal::{Cost, NONCE, SALT};
use serde_json::json;
use std::time::Duration;

const PASSPHRASE: &str = "a “kettle”, two maps and the tide";

/// Starts a worker as the app does, asks each errand of it in turn, and gives the answers and the milliseconds each
/// took, the start of the worker first.
const ASK: &str = "const [errands, done] = arguments;
    const beside = document.querySelector('script[src*=rescue]').src;
    const worker = new Worker(beside.replace('rescue.js', 'worker_loader.js'));
    const answers = [], took = [];
    let begun = performance.now();
    worker.onerror = (event) => done([`it broke: ${event.message}`, took]);
    worker.onmessage = ({ data }) => {
      took.push(Math.round(performance.now() - begun));
      if (took.length > 1) answers.push(data);
      if (answers.length === errands.length) { worker.terminate(); done([answers, took]); return; }
      begun = performance.now();
      worker.postMessage(errands[answers.length]);
    };";

fn ask(page: &Page, errands: &[Errand]) -> (Vec<Answer>, Vec<u64>) {
    let messages: Vec<String> = errands.iter().map(Errand::encode).collect();
    let outcome = page.run_async(ASK, json!([messages]));
    let answers = outcome[0].as_array().unwrap_or_else(|| panic!("[{}] {}", page.engine(), outcome[0]));
    let took = outcome[1].as_array().expect("times").iter().filter_map(serde_json::Value::as_u64).collect();
    (answers.iter().map(|one| Answer::decode(one.as_str().unwrap_or_default())).collect(), took)
}

fn stretch(cost: Cost) -> Errand {
    Errand::Stretch { passphrase: PASSPHRASE.into(), salt: [7; SALT], cost }
}

#[test]
fn errands_are_done_right_with_no_network() {
    let expected: Vec<Answer> = [Cost::FLOOR, Cost::BACKUP].map(|cost| run(stretch(cost), &|| 0.0)).into();
    each_engine(|engine| {
        let mut site = Site::of_app_under("/reflect/");
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.wait_offline_ready();
        assert!(!site.requests().is_empty());
        site.stop();
        page.reload();
        let (answers, took) = ask(&page, &[stretch(Cost::FLOOR), stretch(Cost::BACKUP)]);
        assert_eq!(answers, expected, "{engine}: another key than on the host");
        eprintln!("[{engine}] start, 32 MiB t 3, 64 MiB t 3: {took:?} ms");
        let payload = "{\"records\":[\"“é🙂”\"]}".repeat(50_000);
        let pack = Errand::Pack {
            passphrase: PASSPHRASE.into(),
            salt: [8; SALT],
            nonce: [9; NONCE],
            payload: payload.clone(),
            records: 50_000,
        };
        let (answers, took) = ask(&page, &[pack]);
        let [Answer::Packed { file }] = &answers[..] else { panic!("{engine}: it was not packed") };
        eprintln!("[{engine}] start, packing {} B: {took:?} ms", payload.len());
        let unpack = |passphrase: &str| Errand::Unpack { passphrase: passphrase.into(), file: file.clone() };
        let (answers, took) = ask(&page, &[unpack(PASSPHRASE)]);
        assert_eq!(answers, [Answer::Unpacked { payload, records: 50_000 }], "{engine}");
        eprintln!("[{engine}] start, unpacking {} B: {took:?} ms", file.len());
        assert_eq!(ask(&page, &[unpack("another")]).0, [Answer::Refused(Refusal::Wrong)], "{engine}");
        page.assert_no_errors();
        page.assert_same_origin();
    });
}

#[test]
fn a_cost_is_chosen_for_the_device() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone());
        let errand = Errand::Calibrate { passphrase: PASSPHRASE.into(), salt: [7; SALT] };
        let (answers, took) = ask(&page, &[errand]);
        let [Answer::Key { key, cost }] = &answers[..] else { panic!("{engine}: no key") };
        eprintln!("[{engine}] {cost:?}; start, choosing: {took:?} ms");
        assert!(cost.kib >= Cost::FLOOR.kib && cost.kib <= Cost::MOST.kib && (3..=4).contains(&cost.passes));
        assert_eq!(run(stretch(*cost), &|| 0.0), Answer::Key { key: key.clone(), cost: *cost }, "{engine}");
    });
}

#[test]
fn it_is_fetched_only_once_the_app_can_be_used() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.wait_offline_ready();
        std::thread::sleep(Duration::from_millis(500));
        let asked = site.requests();
        let first = |file: &str| asked.iter().position(|one| one.contains(file));
        assert!(first("sw.js") < first("worker"), "{engine}: {asked:?}");
        for file in ["/worker_loader.js", "/worker.js", "/worker_bg.wasm"] {
            let times = asked.iter().filter(|one| one.contains(file)).count();
            assert_eq!(times, 1, "{engine}: {file} is fetched to be kept, and no more: {asked:?}");
        }
    });
}
