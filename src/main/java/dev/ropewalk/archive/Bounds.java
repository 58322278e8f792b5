package dev.ropewalk.archive;

/**
 * How much a folder or an archive may hold. What an archive says of its sizes is not believed:
 * bytes are counted as they come.
 *
 * @param files how many, folders included
 * @param fileBytes of one file
 * @param bytes of all files together, unpacked
 */
public record Bounds(int files, long fileBytes, long bytes) {}
