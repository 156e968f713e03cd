/** What the Teams door is told, and what it refuses to start with. */
export interface TeamsSettings {
  /** `MicrosoftAppId`. Without it authentication is off: on loopback only, never in production. */
  readonly appId?: string | undefined;
  readonly appType?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly password?: string | undefined;
  /** Microsoft Entra tenants whose people are served. */
  readonly allowedTenants: readonly string[];
  readonly production: boolean;
  /** Where citations lead, such as `https://people.example.nhs.uk`; links are left out unless it is https. */
  readonly publicUrl?: string | undefined;
}

/** @throws Error that lists all that is wrong at once */
export function checkSettings({
  appId,
  appType,
  tenantId,
  password,
  production,
}: TeamsSettings): void {
  const type = appType ?? 'SingleTenant';
  const complaints: string[] = [];
  if (appId === undefined) {
    if (production)
      complaints.push('MicrosoftAppId is missing, and without it anybody could speak as anybody.');
  } else {
    if (type !== 'SingleTenant' && type !== 'UserAssignedMSI')
      complaints.push('MicrosoftAppType must be SingleTenant or UserAssignedMSI.');
    if (tenantId === undefined) complaints.push('MicrosoftAppTenantId is missing.');
    if (type === 'SingleTenant' && password === undefined)
      complaints.push('MicrosoftAppPassword is missing.');
    if (type === 'UserAssignedMSI' && password !== undefined)
      complaints.push('MicrosoftAppPassword must not be set with a managed identity.');
  }
  if (complaints.length > 0)
    throw new Error(
      `Microsoft Teams cannot be connected (see deployment/settings.md):\n  ${complaints.join('\n  ')}`,
    );
}
