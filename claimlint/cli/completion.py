"""`claimlint completion`: what a shell needs to complete command lines."""

from __future__ import annotations

import click

from claimlint.cli.command import Command
from claimlint.cli.manual import Example, Manual

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CLAIMLINT_COMPLETE"
"""By which the script asks claimlint for completions, as click names it."""

MANUAL = Manual(
    examples=(
        Example("In bash, for this session", 'eval "$(claimlint completion bash)"'),
        Example("In bash, for good", "claimlint completion bash > ~/.local/share/bash-completion/completions/claimlint"),
        Example("In zsh: a line for ~/.zshrc, below compinit", 'eval "$(claimlint completion zsh)"'),
        Example("In fish, for good", "claimlint completion fish > ~/.config/fish/completions/claimlint.fish"),
    ),
    exits={0: "The script was printed."},
)


@click.command("completion", cls=Command, manual=MANUAL)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script with which a shell completes command lines of claimlint.

    Commands, options, file names, channels, formats, severities and rules are completed. Bash has to be 4.4 or later.
    """
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root()
    make = get_completion_class(shell)
    if make is not None:
        click.echo(make(root.command, {}, "claimlint", VARIABLE).source(), nl=False)
