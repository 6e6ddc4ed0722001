/** What `npm start` tells a person to try. */
export function startGuide(real: boolean): string {
  const steps = real
    ? ['1. Choose the ECS icon in the activity bar; the status bar shows profile and Region.']
    : [
        '1. Choose the ECS icon in the activity bar and open shop-dev-cluster: services, tasks, containers.',
        '2. Open checkout/task-definition.json: its mistakes are underlined; the light bulb repairs them.',
        '3. Choose “Register Revision” in the editor title: see the difference, confirm, then “Deploy…”.',
        '4. Right-click a service and choose “Stream Logs”.',
        '5. In shop-staging-cluster, checkout is in the middle of a failing deployment: choose “Show Deployment”.',
      ];
  const note = real
    ? 'This is your own AWS account: nothing changes without your consent.'
    : 'Nothing here is real AWS.';
  return ['Try:', ...steps.map((line) => `  ${line}`), '', `${note} End with Ctrl-C.`].join('\n');
}
