/** Docker's own command line: its words, its flags, and command lines that mean the same. */
@NullMarked
package dev.ropewalk.command;

import org.jspecify.annotations.NullMarked;
