package dev.ropewalk.session;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.FreePlay;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Suggestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a typed line leads to: a command line goes to the shell, a word of ropewalk is carried out
 * here.
 */
final class Typing {
  /** In practice there is nowhere else to go. */
  private static final Set<Word> LEADS_AWAY =
      EnumSet.of(Word.NEXT, Word.LIST, Word.GOTO, Word.RESET);

  private final Turn turn;

  Typing(Turn turn) {
    this.turn = turn;
  }

  void typed(String line) {
    if (turn.state().phase() instanceof Phase.Confirming(var proposal)) {
      new Confirmation(turn).answered(line, proposal);
    } else if (line.isBlank()) {
      knock();
    } else if (Word.isMeant(line)) {
      word(line.strip().substring(1));
    } else {
      turn.beginLine();
      new Undoing(turn).note(line);
      turn.run(line, Phase.By.LEARNER);
    }
  }

  /** At a shut door an empty line asks to be let in, and so does {@code :check}. */
  private void knock() {
    State state = turn.state();
    if (state.door() == State.Door.SHUT) {
      turn.look(new Phase.Then.Enter(state.lesson().orElseThrow(), state.errand()));
    } else if (state.play().filter(FreePlay.Kind.BETWEEN::equals).isPresent()) {
      new Playing(turn).goOn();
    } else {
      turn.ready();
    }
  }

  private void check() {
    if (turn.state().door() == State.Door.SHUT) {
      knock();
    } else {
      onStep(_ -> turn.look(new Phase.Then.Judge(Phase.Asked.BY_CHECK)));
    }
  }

  private void word(String text) {
    String[] parts = text.split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1] : "";
    Optional<Word> word = Word.find(parts[0]);
    if (word.isEmpty()) {
      List<String> several = Word.beginning(parts[0]);
      List<String> known = List.of(Word.values()).stream().map(Word::word).toList();
      tell(
          new Message.Note(
              several.isEmpty()
                  ? Phrases.unknownWord(parts[0], Suggestion.nearest(parts[0], known))
                  : Phrases.severalWords(parts[0], several)));
      return;
    }
    if (turn.state().drills().isPresent() && LEADS_AWAY.contains(word.get())) {
      if (word.get() == Word.NEXT) {
        new Drilling(turn).pass();
      } else {
        tell(new Message.Note(PracticePhrases.NOT_HERE));
      }
      return;
    }
    switch (word.get()) {
      case HELP -> tell(new Message.Help(List.of(Word.values())));
      case STEP -> step();
      case HINT -> onStep(step -> tell(nextHint(step)));
      case CHECK -> check();
      case WHY -> onStep(_ -> turn.look(new Phase.Then.Judge(Phase.Asked.BY_WHY)));
      case ANSWER ->
          onStep(
              step -> {
                if (step.asks()) {
                  turn.beginLine();
                  answer(argument);
                } else {
                  tell(new Message.Note(Phrases.NO_QUESTION));
                }
              });
      case STATE -> turn.look(new Phase.Then.Show());
      case INSIDE -> {
        turn.phase(new Phase.LookingInside());
        turn.effect(new Effect.LookInside(OptionalLong.empty(), argument.strip()));
      }
      case SOLUTION ->
          onStep(
              step -> {
                turn.record(new Entry.Struggled(Entry.Struggle.SOLUTION));
                tell(new Message.Solution(step.solution()));
              });
      case SKIP ->
          onStep(
              step -> {
                turn.record(new Entry.Struggled(Entry.Struggle.SKIP));
                errand(Errand.Kind.SKIP, step);
              });
      case RETRY -> onStep(step -> errand(Errand.Kind.RETRY, step));
      case UNDO -> new Undoing(turn).begin();
      case PLAY -> play();
      case NEXT -> new Travelling(turn).next();
      case LIST -> tell(Contents.of(turn.state().course(), turn.state().progress()));
      case GOTO -> new Travelling(turn).goTo(argument);
      case RESET -> reset();
      case QUIT -> quit();
    }
  }

  /** Like bash, which leaves what runs alone the first time, and not the second in a row. */
  private void quit() {
    if (turn.state().phase() instanceof Phase.AtPrompt(var jobs) && jobs == Phase.Jobs.TOLD) {
      leaving(new Input.Jobs(List.of()));
    } else {
      turn.phase(new Phase.Leaving());
      turn.effect(new Effect.AskJobs());
    }
  }

  /** The learner wants to leave, and this ends then. */
  void leaving(Input.Jobs ending) {
    List<String> lines =
        ending.shells().stream()
            .map(it -> turn.state().runningElsewhere().getOrDefault(it, it))
            .toList();
    if (ending.jobs().isEmpty() && lines.isEmpty()) {
      turn.note(WayPhrases.left(turn.state()));
      turn.effect(new Effect.Quit());
    } else {
      turn.note(lines.isEmpty() ? Phrases.jobs(ending.jobs()) : Phrases.cutOff(lines));
      turn.give(new Phase.AtPrompt(Phase.Jobs.TOLD));
    }
  }

  /** Says something, and gives the turn back. */
  void tell(Message message) {
    turn.say(message);
    turn.ready();
  }

  private void onStep(java.util.function.Consumer<Step> act) {
    Optional<FreePlay.Kind> play = turn.state().play();
    if (play.isPresent()) {
      boolean between = play.get() == FreePlay.Kind.BETWEEN;
      tell(new Message.Note(between ? WayPhrases.ENTER_FIRST : WayPhrases.PLAY_FIRST));
      return;
    }
    turn.state()
        .step()
        .ifPresentOrElse(
            act, () -> tell(new Message.Note(Phrases.nothingOpen(turn.state().door()))));
  }

  /** The next rung of the ladder, or the last one again. */
  Message nextHint(Step step) {
    if (step.hints().isEmpty()) {
      return new Message.Note(Phrases.NO_HINTS);
    }
    int number = Math.min(turn.state().hints() + 1, step.hints().size());
    turn.hints(number);
    turn.record(new Entry.Struggled(Entry.Struggle.HINT));
    return new Message.Hint(step.hints().get(number - 1), number, step.hints().size());
  }

  private void answer(String words) {
    if (words.isEmpty()) {
      tell(new Message.Note(Phrases.ANSWER_WHAT));
    } else {
      turn.phase(new Phase.Expanding());
      turn.effect(new Effect.Expand(words));
    }
  }

  private void errand(Errand.Kind kind, Step step) {
    new Staging(turn).begin(new Errand(kind, step.id(), Errand.Way.FROM_HERE));
  }

  /** Does the next step of an errand, if one is left; else the turn is the learner's. */
  void goOn(Errand errand) {
    State state = turn.state();
    boolean over =
        state.step().isEmpty() || state.number() - 1 > errand.last(state.lesson().orElseThrow());
    if (over) {
      turn.dropErrand();
      new Judging(turn).giveTurn();
      return;
    }
    turn.record(new Entry.SkipBegun());
    turn.script(WhereTheyWork.lines(state, state.step().orElseThrow().solution().commands()));
    turn.errand(Optional.of(errand));
    turn.beginLine();
    new SettingUp(turn).typeThere();
  }

  /** Types the next line of the script. */
  void typeNext(Phase.By by) {
    List<String> script = turn.state().script();
    String line = script.getFirst();
    turn.script(script.subList(1, script.size()));
    turn.say(new Message.Typing(line));
    if (line.startsWith(":" + Word.ANSWER.word())) {
      answer(line.substring(Word.ANSWER.word().length() + 1).strip());
    } else {
      turn.run(line, by);
    }
  }

  /** A step that is set aside can be read all the same. */
  private void step() {
    if (turn.state().play().filter(FreePlay.Kind.ASIDE::equals).isPresent()) {
      tell(turn.state().text(turn.state().step().orElseThrow()));
    } else {
      onStep(step -> tell(turn.state().text(step)));
    }
  }

  /** Sets the step aside, or goes back to it. */
  private void play() {
    if (turn.state().play().isPresent()) {
      new Playing(turn).goOn();
    } else {
      onStep(_ -> new Playing(turn).setAside());
    }
  }

  /** A line of ropewalk's own that puts things away or back has ended. */
  void ranOwn(Phase.By by) {
    if (!turn.state().script().isEmpty()) {
      typeNext(by);
      return;
    }
    switch (by) {
      case RESET -> new Opening(turn).startAgain();
      case STAGE -> new Staging(turn).linesRun();
      case CLEAR -> new Closing(turn).cleared();
      case UNDO -> turn.look(new Phase.Then.Judge(Phase.Asked.IN_PASSING));
      case LEARNER, SOLUTION, SETUP -> throw new IllegalArgumentException(by.name());
    }
  }

  private void reset() {
    if (turn.state().lesson().isEmpty() || turn.state().door() == State.Door.SHUT) {
      tell(new Message.Note(Phrases.NO_STEP));
    } else {
      turn.look(new Phase.Then.PlanReset());
    }
  }

  /** Nothing is to be removed: who would lose nothing else either is not asked. */
  private void startAgain(LessonProgress standing) {
    if (standing.done().isEmpty()) {
      turn.note(AgainPhrases.NOTHING_TO_REMOVE);
      new Opening(turn).startAgain();
      return;
    }
    turn.note(AgainPhrases.losesSteps(standing.done().size()));
    turn.give(new Phase.Confirming(new Phase.Proposal.Reset(List.of())));
  }

  /** Lists what the lesson's commands created; the learner decides. */
  void planReset() {
    // Beside the learner's shells there may have been no line to look after.
    new Following(turn).volumes().tellUnused(turn.state().world());
    LessonProgress standing = turn.state().standing();
    List<Belonging> belongings = Belonging.of(standing.made(), turn.state().world());
    ImageOwnership.moved(
            Stream.concat(
                    standing.before().stream(),
                    standing.open().stream().flatMap(step -> step.events().stream()))
                .toList(),
            turn.state().world())
        .forEach((name, image) -> turn.note(Phrases.movedName(name, image)));
    if (belongings.isEmpty()) {
      startAgain(standing);
      return;
    }
    turn.say(new Message.ResetPlan(belongings));
    turn.give(new Phase.Confirming(new Phase.Proposal.Reset(belongings)));
  }
}
