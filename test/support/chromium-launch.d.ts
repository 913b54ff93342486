export function chromiumPath(): string | null;
export function chromiumWith(flags?: readonly string[]): { executablePath?: string; args: string[] };
