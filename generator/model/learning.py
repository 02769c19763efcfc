"""What a company wants to hear from staff: a part of its own file."""

from pydantic import Field

from generator.model.yaml_model import Switch, Text, YamlModel


class Learning(YamlModel):
    """What the company wants to hear from staff. Nothing of it leaves a browser by itself."""

    searches: Switch = Field(
        default=False, description="yes, to keep in each browser what the search did not answer"
    )
    answers_to: Text | None = Field(
        None,
        description="an e-mail address, or the https:// address of a form, for “This helped”",
        max_length=300,
    )
