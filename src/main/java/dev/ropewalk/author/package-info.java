/** What authors of lessons work with: lint, preview, new lessons, schema and reference. */
@NullMarked
package dev.ropewalk.author;

import org.jspecify.annotations.NullMarked;
