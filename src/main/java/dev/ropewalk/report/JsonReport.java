package dev.ropewalk.report;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import java.util.List;

/** Everything, as JSON that {@link ResultsForm#schema} describes. */
record JsonReport() implements Report {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public List<File> files(Results results) {
    return List.of(new File("results.json", ResultsForm.write(results)));
  }
}
