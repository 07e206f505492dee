import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'outline' | 'primary' | 'quiet';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly large?: boolean;
  readonly icon?: IconName;
}

export function Button({ look = 'outline', large = false, icon, className, children, ...rest }: ButtonProps) {
  const size = large ? ' button-large' : '';
  return (
    <button type="button" className={`button button-${look}${size} ${className ?? ''}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} small={!large} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  readonly icon: IconName;
  /** accessible name, and tooltip */
  readonly label: string;
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`button button-icon ${className ?? ''}`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}

export function LinkButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={`button-link whitespace-nowrap ${className ?? ''}`} {...rest} />;
}
