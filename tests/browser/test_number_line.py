"""The line with the numbers to call reads as a line, however large its letters are."""

from tests.browser.conftest import Open

LONE = """() => [...document.querySelectorAll(".gb-help-call a")].filter((one) => {
  const after = document.createRange();
  after.setStart(one.nextSibling, 0);
  after.setEnd(one.nextSibling, 1);
  const [it, number] = [after, one].map((each) => each.getBoundingClientRect());
  return it.left < number.right - 1 && `${after}` !== " ";
}).map((one) => one.textContent)"""


def test_no_comma_starts_a_line(open_page: Open) -> None:
    page = open_page("help-me-now/", width=360, height=740)
    for size in (100, 150, 200):
        page.evaluate("(size) => { document.documentElement.style.fontSize = `${size}%`; }", size)
        for width in range(300, 420, 10):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate(LONE) == []


def test_a_number_is_high_enough_for_a_thumb(open_page: Open) -> None:
    page = open_page("help-me-now/", width=360, height=740)
    for number in page.locator(".gb-help-call a").all():
        box = number.bounding_box()
        assert box
        assert box["height"] >= 40
