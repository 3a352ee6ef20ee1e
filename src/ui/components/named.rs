use crate::{route::Route, state::App, words::word};
use obverse_core::activity::Kind;

/// What a screen is called where something leads to it; `None` for Today and for an address that leads nowhere.
pub fn named(app: App, to: Route) -> Option<String> {
    let name = match to {
        Route::Today | Route::Missing => return None,
        Route::Activity(code) | Route::Form(code, _) => {
            return app.content.line_at(code).map(|line| match line.kind {
                Kind::Check => word::welcome::self_check(&line.title),
                _ => line.title,
            });
        }
        Route::Coin(code) | Route::Place(code) => return app.content.coin_line_at(code).map(|coin| coin.name),
        Route::Reflect | Route::Kind(_) => word::reflect::title(),
        Route::Coins => word::coins::title(),
        Route::Journal | Route::Plain | Route::Print | Route::Entry(_) | Route::Edit(_) | Route::Record(_) => {
            word::journal::title()
        }
        Route::Write => word::write::title(),
        Route::Settings => word::settings::title(),
        Route::Lock => word::lock::title(),
        Route::Backup | Route::Restore => word::backup::title(),
        Route::Export => word::export::title(),
        Route::Erase => word::erasing::title(),
        Route::Steps | Route::NewStep(_) | Route::StepOn(_) | Route::Step(_) | Route::EditStep(_) => {
            word::steps::title()
        }
        Route::Cards | Route::Card(_) => word::cards::title(),
        Route::Lines => word::lines::title(),
        Route::Compare => word::compare::title(),
        Route::HandIn => word::hand_in::title(),
        Route::Guide => word::guide::title(),
        Route::Language => word::language::title(),
        Route::About => word::about::title(),
    };
    Some(name.to_owned())
}
