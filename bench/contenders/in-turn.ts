/** A run that takes the next of the items each time: no two runs in a row see the same. */
export function inTurn<Item>(items: readonly Item[], run: (item: Item) => unknown): () => unknown {
  let next = 0;
  return () => {
    const item = items[next] as Item;
    next = next + 1 === items.length ? 0 : next + 1;
    return run(item);
  };
}
