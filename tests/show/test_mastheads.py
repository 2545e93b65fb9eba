import pytest

from retold.show.mastheads import masthead
from retold.show.parts import file_name


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("SARMUD STANDARD", "Sarmud Standard"),
        ("DAYBREAK", "Daybreak"),
        ("HERALD-TRIBUNE", "Herald-Tribune"),
        ("THE GLOBE OF SARMUD", "The Globe of Sarmud"),
        ("the Examiner", "The Examiner"),
        ("QRT NEWS 6", "QRT News 6"),
        ("QRT", "QRT"),
        ("KORS", "KORS"),
        ("orsknews.example", "orsknews.example"),
        ("iOrsk", "iOrsk"),
        ("", ""),
    ],
)
def test_a_shouted_name_is_shown_as_people_write_it(shown: str, written: str) -> None:
    assert masthead(shown) == written


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("/home/ana/case/02.html", "02.html"),
        ("C:\\Users\\ana\\02.html", "02.html"),
        ("case/pages.warc.gz#<urn:uuid:1/2>", "pages.warc.gz#<urn:uuid:1/2>"),
        ("https://orsk.example/news/fire", "https://orsk.example/news/fire"),
        ("02.html", "02.html"),
    ],
)
def test_a_page_is_named_without_the_folders_of_whoever_traced_it(page: str, shown: str) -> None:
    assert file_name(page) == shown
