import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BoostedTrees, type TreesFile } from '../../search/rank/boosted-trees.js';

/** The learned models of stories: `models/stories.md` says what they were trained on. */
export interface StoryModels {
  /** Whether an event belongs to the story of another, judged beside that one only. */
  readonly pair: BoostedTrees;
  /** Whether it belongs to a story, judged beside all that is known of it. */
  readonly story: BoostedTrees;
  /** How much an event matters for its story. */
  readonly importance: BoostedTrees;
}

/** Reads the models that the project ships. */
export async function openStoryModels(): Promise<StoryModels> {
  const file = createRequire(import.meta.url).resolve('#models/stories.json');
  const { pair, story, importance }: Record<keyof StoryModels, TreesFile> = JSON.parse(
    await readFile(file, 'utf8'),
  );
  return {
    pair: new BoostedTrees(pair),
    story: new BoostedTrees(story),
    importance: new BoostedTrees(importance),
  };
}
