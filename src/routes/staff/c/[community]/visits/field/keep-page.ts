/**
 * Has the browser keep this page, so that it opens without a network. False where it can't: in WeChat's own browser, or
 * when the house is reached without https.
 */
export async function keepPage(address: string, workerAddress: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register(workerAddress, { scope: address });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (!worker) return false;
    const answer = new Promise<boolean>((resolve) => {
      navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ kept?: boolean }>) => resolve(data.kept === true), {
        once: true,
      });
      setTimeout(() => resolve(registration.active !== null), 20_000);
    });
    navigator.serviceWorker.startMessages();
    worker.postMessage({ keep: partsOfPage() }, []);
    return await answer;
  } catch {
    return false;
  }
}

function partsOfPage(): string[] {
  const linked = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"], link[rel="stylesheet"]')].map(
    ({ href }) => href,
  );
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const ours = (url: string) => url.startsWith(`${location.origin}/_app/`) && !url.endsWith('__data.json');
  return [...new Set([...linked, ...loaded].filter(ours))];
}
