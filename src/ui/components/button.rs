//! Buttons, and links to screens.

use crate::{route::Route, state::Places};
use leptos::prelude::*;

/// A button that does something on this page. What leads to another screen is a [`Link`].
#[component]
pub fn Button(
    /// Its looks: `button` is the one to press, `button plain` its quiet sister, `quiet` looks like a link.
    class: &'static str,
    /// What it says.
    #[prop(into)]
    label: String,
    /// What it does. What the component that draws it provides can be used in it.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its id.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let owner = Owner::current().unwrap_or_default();
    let press = move |_| owner.with(|| on_press.run(()));
    view! { <button type="button" id=id class=class on:click=press>{label}</button> }
}

/// A link to another screen of the app, by the address that this tab has for it.
#[component]
pub fn Link(
    /// Its looks; those of a plain link unless given.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Where it leads.
    to: Route,
    /// What it says.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <a class=class href=href(to)>{label}</a> }
}

/// Returns the address of a screen, as this tab writes it.
pub fn href(to: Route) -> String {
    let places: Places = expect_context();
    places.address(to)
}
