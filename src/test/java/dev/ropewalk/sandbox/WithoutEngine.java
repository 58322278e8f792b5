package dev.ropewalk.sandbox;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For integration tests that start programs and look at no engine at all: they run beside the
 * others. The processes that they start are part of {@link MachineState}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = MachineState.LOCK, mode = ResourceAccessMode.READ)
public @interface WithoutEngine {}
