use oauth_core::Scopes;
use oauth_reverb::Reverb;

struct Everything;

impl Scopes<Reverb, oauth_core::Any> for Everything {
    fn append_to(self, list: &mut Vec<std::borrow::Cow<'static, str>>) {
        list.push("admin".into());
    }
}

fn main() {}
