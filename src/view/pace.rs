//! When what follows a reader's doings is drawn, told and said.

/// A moment, in milliseconds; what waits for a reader's pause counts in these.
pub(super) const TICK: u32 = 60;

/// After so many moments without a move, what a number on the move left behind follows, and not before: to draw and tell
/// all of it would keep the next move waiting, and on a slow processor past its frame. The first moment may be nearly over
/// when the last move comes: a hand that turns back, and is on the same step of a slider for a sixth of a second, has not
/// settled.
const SETTLED: u32 = 4;

/// After so many moments in which a reader did nothing the result is said, or what is wrong with what was typed.
const PAUSE: u32 = 16;

/// How quickly one thing that a reader does comes after the other.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// Whether the last thing done was to move a number.
    has_moved: bool,
    /// Whether anything was left behind, the page's script included.
    is_behind: bool,
    /// Whether something is to be said.
    is_to_say: bool,
    /// For how many moments a reader did nothing.
    quiet: u32,
}

/// What is due at the end of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Due {
    /// What was left behind is drawn, and the page's script hears of it.
    pub(super) rest: bool,
    /// The result is said.
    pub(super) word: bool,
}

impl Pace {
    /// Whether what comes next is a drag's move. Where there is one there are more: the first is as quick as the others.
    pub(super) fn drag(&mut self, is_drag: bool) {
        if is_drag {
            self.has_moved = true;
            self.quiet = 0;
        }
    }

    /// A reader changed something. Says whether everything else is left behind: a number that moves alone is drawn and
    /// told with all that follows from it, one that moves right after another move with what shows it.
    pub(super) fn change(&mut self, is_move: bool) -> bool {
        let is_on = is_move && self.has_moved && self.quiet < SETTLED;
        self.has_moved = is_move;
        self.is_behind = is_on;
        self.speak();
        is_on
    }

    /// What came of the last thing that a reader did is to be said.
    pub(super) fn speak(&mut self) {
        self.is_to_say = true;
        self.quiet = 0;
    }

    /// What was left behind follows now. Says whether anything was.
    pub(super) fn catch_up(&mut self) -> bool {
        core::mem::take(&mut self.is_behind)
    }

    /// A moment passed.
    pub(super) fn tick(&mut self) -> Due {
        self.quiet += 1;
        let due = Due { rest: self.is_behind && self.quiet >= SETTLED, word: self.is_to_say && self.quiet >= PAUSE };
        self.is_behind &= !due.rest;
        self.is_to_say &= !due.word;
        due
    }

    /// Whether anything waits for the end of a moment.
    pub(super) fn waits(&self) -> bool {
        self.is_behind || self.is_to_say
    }
}

#[cfg(test)]
mod tests {
    use super::{Due, PAUSE, Pace, SETTLED};

    const NOTHING: Due = Due { rest: false, word: false };

    /// The moments until each of both is due, from now.
    fn wait(pace: &mut Pace) -> (Option<u32>, Option<u32>) {
        let (mut rest, mut word) = (None, None);
        for moment in 1..100 {
            if !pace.waits() {
                break;
            }
            let due = pace.tick();
            rest = rest.or(due.rest.then_some(moment));
            word = word.or(due.word.then_some(moment));
        }
        (rest, word)
    }

    #[test]
    fn a_change_alone_leaves_nothing_behind_and_is_said_at_the_pause() {
        for is_move in [true, false] {
            let mut pace = Pace::default();
            assert!(!pace.change(is_move));
            assert_eq!(wait(&mut pace), (None, Some(PAUSE)));
            assert!(!pace.change(is_move), "long after the last one");
        }
    }

    #[test]
    fn a_number_on_the_move_leaves_the_rest_behind_until_it_rests() {
        let mut pace = Pace::default();
        pace.change(true);
        assert_eq!(pace.tick(), NOTHING);
        assert!(pace.change(true));
        assert!(pace.change(true));
        assert_eq!(wait(&mut pace), (Some(SETTLED), Some(PAUSE)));
    }

    #[test]
    fn a_drag_leaves_the_rest_behind_from_its_first_move() {
        let mut pace = Pace::default();
        pace.change(false);
        wait(&mut pace);
        pace.drag(true);
        assert!(pace.change(true));
        assert_eq!(wait(&mut pace), (Some(SETTLED), Some(PAUSE)));
    }

    #[test]
    fn nothing_gets_in_the_way_of_a_move_however_long() {
        let mut pace = Pace::default();
        pace.change(true);
        for turn in 0..100 {
            pace.change(true);
            for _ in 1..SETTLED {
                assert_eq!(pace.tick(), NOTHING, "at {turn}");
            }
        }
        assert_eq!(wait(&mut pace), (Some(1), Some(PAUSE - SETTLED + 1)));
    }

    #[test]
    fn nothing_is_left_behind_by_what_is_no_move() {
        let mut pace = Pace::default();
        pace.change(true);
        assert!(pace.change(true));
        assert!(!pace.change(false), "a preset is drawn whole");
        assert!(!pace.change(true), "and so is the first move after it");
        assert!(pace.change(true));
        assert!(pace.catch_up(), "who asks before the pause has it all");
        assert!(!pace.catch_up());
        assert_eq!(wait(&mut pace), (None, Some(PAUSE)));
    }
}
