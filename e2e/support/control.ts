/** Causes what no API can cause. */
export async function control(url: string, name: string, told: object): Promise<void> {
  const response = await fetch(`${url}/sandbox/control/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(told),
  });
  if (!response.ok) throw new Error(`${name} was refused: ${await response.text()}`);
}
