import { z } from 'zod';

const renaming = z.array(z.object({ from: z.string(), to: z.string() })).optional();

const page = z.object({
  title: z.string(),
  missing: z.boolean().optional(),
  invalid: z.boolean().optional(),
  fullurl: z.string().optional(),
  revisions: z
    .array(
      z.object({
        revid: z.number(),
        slots: z.object({ main: z.object({ content: z.string().optional() }) }).optional(),
        content: z.string().optional(),
      }),
    )
    .optional(),
});

/** What the MediaWiki API answers to action=query (formatversion=2), as far as the import reads it. */
export const queryAnswer = z.object({
  error: z.object({ code: z.string(), info: z.string().optional(), lag: z.number().optional() }).optional(),
  continue: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  query: z.object({ normalized: renaming, redirects: renaming, pages: z.array(page).optional() }).optional(),
});

/** An answer that was read. */
export type QueryAnswer = z.infer<typeof queryAnswer>;
