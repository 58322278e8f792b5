package dev.ropewalk.engine;

import java.time.Duration;

/**
 * What an engine says about itself.
 *
 * @param id the same for as long as the engine keeps its data, and no other engine's
 * @param name the engine's kind and host, as a person would call it
 * @param version the engine's version, for instance {@code 20.10.24}
 * @param apiVersion the version of the API that both sides speak, for instance {@code 1.41}
 * @param newestApi the newest version of the API that the engine itself speaks
 * @param address the host at which published ports are reached from here ({@code 127.0.0.1} for a
 *     local socket)
 * @param cgroupVersion 1 or 2
 * @param operatingSystem the engine's own words, for instance {@code Debian GNU/Linux 12
 *     (bookworm)}
 * @param kernel the kernel's release, as {@code uname -r} prints it inside a container
 * @param clockAhead how far the engine's clock is ahead of ours; negative when it is behind
 */
public record EngineInfo(
    String id,
    String name,
    String version,
    String apiVersion,
    String newestApi,
    String address,
    int cgroupVersion,
    String operatingSystem,
    String kernel,
    Duration clockAhead) {}
