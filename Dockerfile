# JupyterLab on the first notebook, on a CPU:
#   docker build -t daikon .
#   docker run --rm -p 127.0.0.1:8888:8888 -v daikon-work:/home/reader/daikon/work daikon
# Open the address that it prints. The volume keeps what you run and save.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /home/reader/daikon

# The packages first: they are installed again only where their versions change.
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY helpers/__init__.py helpers/__init__.py
COPY helpers/show/fonts/LICENSE-nanum.txt helpers/show/fonts/LICENSE-nanum.txt
RUN python -m pip install --no-deps --extra-index-url https://download.pytorch.org/whl/cpu "$(grep '^torch==' constraints.txt)"
RUN python -m pip install -c constraints.txt -e .
RUN python -m jupyterlab.labextensions disable @jupyterlab/apputils-extension:announcements

# Whoever reads is not root; runs/ is for caches, exports/ for drawings, work/ for notebooks.
RUN useradd --create-home --uid 1000 reader && mkdir work exports runs && chown -R reader:reader /home/reader
COPY --chown=reader:reader . .
USER reader
EXPOSE 8888
CMD ["python", "-m", "helpers.lab", "--ip=0.0.0.0", "--no-browser"]
