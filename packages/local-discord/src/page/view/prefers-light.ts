/** Whether the system asks for light colours; the page's own follow on their own (light.css). */
export const prefersLight = matchMedia('(prefers-color-scheme: light)');
