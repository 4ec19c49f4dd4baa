//! Schemas that judge a value by themselves: no evaluator could finish them.

use super::state::{ENDLESS, Lower};

impl Lower<'_> {
    /// Reports every node from which a way of `$ref`, `allOf` and their like leads back to it.
    pub(super) fn refuse_endless(&mut self) {
        let mut state = vec![State::New; self.draft.nodes.len()];
        for id in 0..self.draft.nodes.len() {
            self.visit(id, &mut state);
        }
    }

    fn visit(&mut self, id: usize, state: &mut [State]) {
        match state[id] {
            State::Done => return,
            State::Open => return self.error_at(self.draft.nodes[id].node.location.uri, ENDLESS),
            State::New => state[id] = State::Open,
        }
        for next in self.draft.nodes[id].node.same_value() {
            self.visit(usize::from(next), state);
        }
        state[id] = State::Done;
    }
}

#[derive(Clone, Copy)]
enum State {
    New,
    Open,
    Done,
}
