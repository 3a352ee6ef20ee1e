//! The three occasions of the self-check in the small locale.

pub(super) const BEFORE: &str = r#"
id = "before"
revision = 1
title = "Before"
topic = "Where you are now"
minutes = 5

[[source]]
name = "Nixon SA. The coin model"

[[item]]
id = "sure"
revision = 2
ask = "How sure are you that you would find words?"
do = "scale"
words = ["Not sure", "Very sure"]
unsure = "I can’t judge"

[[item.was]]
revision = 1
ask = "How sure are you?"

[[item]]
id = "month"
revision = 1
ask = "Did it come up this month?"
do = "one"
then = "end"

[[item.option]]
id = "no"
label = "It did not"

[[item.option]]
id = "yes"
label = "It did"
then = "more"

[[item]]
id = "more"
revision = 1
ask = "What would help you?"
do = "write"
"#;

pub(super) const AFTER: &str = r#"
id = "after"
revision = 1
title = "After"
topic = "Where you are after the course"
minutes = 5

[[source]]
name = "Nixon SA. The coin model"

[[item]]
id = "sure"
as = "before"

[[item]]
id = "month"
as = "before"
then = "then-sure"

[[item]]
id = "then-sure"
revision = 1
ask = "Looking back, how sure were you then?"
text = ["As you see it today."]
looks_back = "sure"

[[item]]
id = "helped"
revision = 1
ask = "What helped?"
do = "write"
"#;

pub(super) const LATER: &str = r#"
id = "later"
revision = 1
title = "Later"
topic = "Where you are some weeks on"
minutes = 5

[[source]]
name = "Nixon SA. The coin model"

[[item]]
id = "sure"
as = "before"

[[item]]
id = "helped"
as = "after"

[[item]]
id = "month"
as = "before"
retired = true
"#;
