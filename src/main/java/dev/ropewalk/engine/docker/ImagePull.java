package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ImageRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Fetches an image, and counts what has come of it: the engine tells of each layer by itself. */
final class ImagePull {
  private final Engine.FetchListener listener;
  private final Map<String, Long> come = new HashMap<>();
  private final Map<String, Long> whole = new HashMap<>();
  private Optional<String> refusal = Optional.empty();

  private ImagePull(Engine.FetchListener listener) {
    this.listener = listener;
  }

  static Engine.Fetch begin(
      DockerClient streams, String image, Engine.FetchListener listener, Problems problems) {
    ImagePull pull = new ImagePull(listener);
    ImageRef ref = ImageRef.parse(image);
    EngineStream<PullResponseItem> stream = new EngineStream<>(pull::told);
    stream.ended().whenComplete((_, end) -> pull.over(Optional.ofNullable(end), problems));
    try {
      streams.pullImageCmd(ref.name()).withTag(ref.tag()).exec(stream);
    } catch (RuntimeException e) {
      stream.onError(e);
    }
    return stream::close;
  }

  private synchronized void told(PullResponseItem item) {
    if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
      refusal = Optional.of(item.getErrorDetail().getMessage());
    }
    String layer = item.getId();
    String status = item.getStatus();
    if (layer == null || status == null) {
      return;
    }
    var detail = item.getProgressDetail();
    if (status.equals("Downloading") && detail != null && detail.getTotal() != null) {
      whole.put(layer, detail.getTotal());
      come.put(layer, detail.getCurrent() == null ? 0 : detail.getCurrent());
    } else if (status.equals("Download complete") || status.equals("Pull complete")) {
      come.put(layer, whole.getOrDefault(layer, 0L));
    }
    listener.progress(sum(come), sum(whole));
  }

  private static long sum(Map<String, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  private synchronized void over(Optional<Throwable> end, Problems problems) {
    Optional<EngineProblem> problem =
        refusal
            .map(words -> new EngineProblem(EngineProblem.Kind.REFUSED, words, null))
            .or(() -> end.map(it -> of(it, problems)));
    listener.over(problem);
  }

  private static EngineProblem of(Throwable end, Problems problems) {
    Throwable cause =
        end instanceof CompletionException && end.getCause() != null ? end.getCause() : end;
    return problems.ofEnd(cause);
  }
}
