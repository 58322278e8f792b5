/** Benchmarks against the real engine. */
package dev.ropewalk.bench;
