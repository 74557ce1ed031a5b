/**
 * How often `work` looks into a value, however deep: how the work grows with its input, without a clock, so that it is the
 * same on every machine.
 */
export function countLooks<Value>(value: Value, work: (watched: Value) => void): number {
  let looks = 0;
  const watchers = new WeakMap<object, object>();
  const watch = <Part>(part: Part): Part => {
    if (typeof part !== "object" || part === null) return part;
    const known = watchers.get(part);
    if (known) return known as Part;
    const watcher = new Proxy(part, {
      get: (target, key) => {
        looks += 1;
        return watch(Reflect.get(target, key));
      },
    });
    watchers.set(part, watcher);
    return watcher;
  };
  work(watch(value));
  return looks;
}
