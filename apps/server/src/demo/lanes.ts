/** Works through `items`, `width` at a time, in no promised order; begins nothing more once something failed. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let hasFailed = false;
  const worker = async () => {
    for (const item of waiting) {
      if (hasFailed) return;
      try {
        await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/**
 * Works through `items` with one lane beside the other; within a lane in order, one after the other. What shares no state
 * lies in different lanes, so that two runs come to the same figures although requests overtake each other.
 */
export async function inLanes<Item>(
  items: readonly Item[],
  laneOf: (item: Item) => number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const lanes = [...Map.groupBy(items, laneOf).values()];
  await inParallel(lanes, lanes.length, async (lane) => {
    for (const item of lane) await work(item);
  });
}
