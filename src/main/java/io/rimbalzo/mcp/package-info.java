/** What language models ask, by the Model Context Protocol: tools, resources and prompts; nothing is decided here. */
@NullMarked
package io.rimbalzo.mcp;

import org.jspecify.annotations.NullMarked;
